package io.otklik.jobs.appeals;

import io.otklik.connectors.kafka.KafkaOptions;
import io.otklik.connectors.kafka.Parsed;
import io.otklik.connectors.kafka.RecordTopic;
import io.otklik.connectors.kafka.SplitParsed;
import io.otklik.jobs.runtime.ClockSource;
import io.otklik.jobs.runtime.Environments;
import io.otklik.jobs.runtime.JobOptions;
import io.otklik.jobs.runtime.Sinks;
import io.otklik.jobs.runtime.Sources;
import io.otklik.schemas.DeadLetter;
import io.otklik.schemas.Message;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

import java.time.Duration;

/**
 * Reads messages, the register, policies, calendars and rule books; writes appeals, what happened
 * to them, and alerts.
 */
public final class AppealsJob {

    /** While the wall clock runs, a partition that is silent for so long leaves time to it. */
    private static final Duration LIVE_IDLENESS = Duration.ofSeconds(2);

    /** In a bounded run an empty partition ends; one that is slow must not be left behind. */
    private static final Duration BOUNDED_IDLENESS = Duration.ofDays(1);

    private final StreamExecutionEnvironment env;
    private final KafkaOptions kafka;
    private DataStream<DeadLetter> unreadable;

    private AppealsJob(JobOptions options) {
        env = Environments.of(options);
        kafka = options.kafka("appeals");
    }

    public static void main(String[] args) throws Exception {
        JobOptions options = JobOptions.parse(args, AppealsOptions.ALL);
        AppealsJob job = new AppealsJob(options);
        job.define(options);
        job.env.execute("appeals");
    }

    private void define(JobOptions options) {
        DataStream<Reference> references =
                reference("register", RecordTopic.COMMUNITY, Reference::of)
                        .union(
                                reference("policies", RecordTopic.SLA_POLICY, Reference::of),
                                reference("calendars", RecordTopic.WORK_CALENDAR, Reference::of),
                                reference("rules", RecordTopic.RULE, Reference::of));
        AppealsPipeline.define(
                messages(options),
                references,
                options.get(AppealsOptions.RETENTION),
                AppealsOptions.end(options),
                appeals -> Sinks.to(appeals, RecordTopic.APPEAL, kafka),
                events -> Sinks.to(events, RecordTopic.APPEAL_EVENT, kafka),
                alerts -> Sinks.to(alerts, RecordTopic.ALERT, kafka));
        Sinks.to(unreadable, RecordTopic.DEAD_LETTER, kafka);
    }

    private DataStream<Message> messages(JobOptions options) {
        boolean live = AppealsOptions.clock(options) == AppealsOptions.Clock.WALL;
        Duration lateness =
                options.get(live ? AppealsOptions.CLOCK_LATENESS : JobOptions.OUT_OF_ORDERNESS);
        Duration idleness =
                live
                        ? LIVE_IDLENESS
                        : options.get(JobOptions.BOUNDED) ? BOUNDED_IDLENESS : Sources.IDLENESS;
        DataStream<Message> messages =
                split(
                        "messages",
                        Message.class,
                        Sources.from(env, RecordTopic.MESSAGE, kafka, lateness, idleness));
        return live
                ? ClockSource.beside(messages, TypeInformation.of(Message.class), env, lateness)
                : messages;
    }

    private <T> DataStream<Reference> reference(
            String name, RecordTopic<T> topic, MapFunction<T, Reference> wrap) {
        return split(name, topic.type(), Sources.outsideOfTime(env, topic, kafka))
                .map(wrap)
                .returns(Reference.class)
                .uid("wrap-" + name);
    }

    private <T> DataStream<T> split(String name, Class<T> type, DataStream<Parsed<T>> parsed) {
        SingleOutputStreamOperator<T> records =
                parsed.process(new SplitParsed<>(type)).uid("split-" + name);
        DataStream<DeadLetter> letters = records.getSideOutput(SplitParsed.DEAD_LETTERS);
        unreadable = unreadable == null ? letters : unreadable.union(letters);
        return records;
    }
}
