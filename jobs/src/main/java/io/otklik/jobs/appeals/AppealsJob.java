package io.otklik.jobs.appeals;

import io.otklik.connectors.kafka.KafkaOptions;
import io.otklik.connectors.kafka.RecordTopic;
import io.otklik.connectors.kafka.SplitParsed;
import io.otklik.connectors.kafka.SplitTopics;
import io.otklik.jobs.runtime.ClockGrace;
import io.otklik.jobs.runtime.ClockSource;
import io.otklik.jobs.runtime.Environments;
import io.otklik.jobs.runtime.JobOptions;
import io.otklik.jobs.runtime.Sinks;
import io.otklik.jobs.runtime.Sources;
import io.otklik.schemas.DeadLetter;
import io.otklik.schemas.Message;
import io.otklik.schemas.Topic;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Reads messages, the register, policies, calendars and rule books; writes appeals, what happened
 * to them, and alerts.
 */
public final class AppealsJob {

    /** While the wall clock runs, a partition that is silent for so long leaves time to it. */
    private static final Duration LIVE_IDLENESS = Duration.ofSeconds(2);

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

    private void define(JobOptions options) throws IOException {
        Language language =
                Language.of(options.get(AppealsOptions.MODEL), options.get(AppealsOptions.ROUTING));
        DataStream<Message> messages = messages(options);
        AppealsPipeline.define(
                messages,
                references(),
                language,
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
        Duration idleness = live ? LIVE_IDLENESS : Sources.idleness(options);
        SingleOutputStreamOperator<Message> messages =
                Sources.records(env, "messages", RecordTopic.MESSAGE, kafka, lateness, idleness);
        unreadable = messages.getSideOutput(SplitParsed.DEAD_LETTERS);
        return live
                ? ClockSource.beside(
                        messages,
                        TypeInformation.of(Message.class),
                        env,
                        lateness,
                        ClockGrace.of(options, Topic.MESSAGE, kafka))
                : messages;
    }

    private DataStream<Reference> references() {
        SingleOutputStreamOperator<DeadLetter> read =
                Sources.together(
                        env,
                        "references",
                        List.of(
                                RecordTopic.COMMUNITY,
                                RecordTopic.SLA_POLICY,
                                RecordTopic.WORK_CALENDAR,
                                RecordTopic.RULE),
                        kafka);
        unreadable = unreadable.union(read);
        return reference(read, "register", RecordTopic.COMMUNITY, Reference::of)
                .union(
                        reference(read, "policies", RecordTopic.SLA_POLICY, Reference::of),
                        reference(read, "calendars", RecordTopic.WORK_CALENDAR, Reference::of),
                        reference(read, "rules", RecordTopic.RULE, Reference::of));
    }

    private static <T> DataStream<Reference> reference(
            SingleOutputStreamOperator<DeadLetter> read,
            String name,
            RecordTopic<T> topic,
            MapFunction<T, Reference> wrap) {
        return read.getSideOutput(SplitTopics.of(topic))
                .map(wrap)
                .returns(Reference.class)
                .name("wrap " + name)
                .uid("wrap-" + name);
    }
}
