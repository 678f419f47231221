package io.otklik.jobs.misinformation;

import io.otklik.connectors.kafka.KafkaOptions;
import io.otklik.connectors.kafka.RecordTopic;
import io.otklik.connectors.kafka.SplitParsed;
import io.otklik.connectors.kafka.SplitTopics;
import io.otklik.jobs.runtime.ClockGrace;
import io.otklik.jobs.runtime.ClockSource;
import io.otklik.jobs.runtime.Environments;
import io.otklik.jobs.runtime.JobOptions;
import io.otklik.jobs.runtime.MessageSerializer;
import io.otklik.jobs.runtime.Sinks;
import io.otklik.jobs.runtime.Sources;
import io.otklik.schemas.Claim;
import io.otklik.schemas.DeadLetter;
import io.otklik.schemas.Message;
import io.otklik.schemas.Topic;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

import java.time.Duration;
import java.util.List;

/**
 * Reads messages, the register, claims, verdicts and rule books; writes suspicions, copies and
 * alerts.
 */
public final class MisinformationJob {

    static final ConfigOption<Duration> TTL =
            ConfigOptions.key("ttl")
                    .durationType()
                    .defaultValue(Duration.ofDays(14))
                    .withDescription("How long after it was last published a text has copies.");

    private final StreamExecutionEnvironment env;
    private final JobOptions options;
    private final KafkaOptions kafka;
    private DataStream<DeadLetter> unreadable;

    private MisinformationJob(JobOptions options) {
        this.options = options;
        env = Environments.of(options);
        kafka = options.kafka("misinformation");
    }

    public static void main(String[] args) throws Exception {
        MisinformationJob job =
                new MisinformationJob(JobOptions.parse(args, TTL, ClockGrace.OPTION));
        job.define();
        job.env.execute("misinformation");
    }

    private void define() {
        DataStream<Message> messages = messages();
        SingleOutputStreamOperator<DeadLetter> people =
                Sources.together(
                        env,
                        "people",
                        List.of(
                                RecordTopic.CLAIM,
                                RecordTopic.COMMUNITY,
                                RecordTopic.VERDICT,
                                RecordTopic.RULE),
                        kafka);
        DataStream<Claim> claims = people.getSideOutput(SplitTopics.of(RecordTopic.CLAIM));
        DataStream<Reference> references =
                wrap("claims", claims, Reference::of)
                        .union(
                                wrap(
                                        "register",
                                        people.getSideOutput(SplitTopics.of(RecordTopic.COMMUNITY)),
                                        Reference::of),
                                wrap(
                                        "rules",
                                        people.getSideOutput(SplitTopics.of(RecordTopic.RULE)),
                                        Reference::of));
        MisinformationPipeline.define(
                messages,
                references,
                claims,
                people.getSideOutput(SplitTopics.of(RecordTopic.VERDICT)),
                options.get(TTL),
                suspicions -> Sinks.to(suspicions, RecordTopic.SUSPICION, kafka),
                copies -> Sinks.to(copies, RecordTopic.COPY, kafka),
                alerts -> Sinks.to(alerts, RecordTopic.ALERT, kafka));
        Sinks.to(unreadable.union(people), RecordTopic.DEAD_LETTER, kafka);
    }

    private DataStream<Message> messages() {
        boolean bounded = options.get(JobOptions.BOUNDED);
        Duration lateness = options.get(JobOptions.OUT_OF_ORDERNESS);
        SingleOutputStreamOperator<Message> messages =
                Sources.records(env, "messages", RecordTopic.MESSAGE, kafka, options)
                        .returns(MessageSerializer.TYPE);
        unreadable = messages.getSideOutput(SplitParsed.DEAD_LETTERS);
        return bounded
                ? messages
                : ClockSource.beside(
                        messages,
                        MessageSerializer.TYPE,
                        env,
                        lateness,
                        ClockGrace.of(options, Topic.MESSAGE, kafka));
    }

    private static <T> DataStream<Reference> wrap(
            String name, DataStream<T> records, MapFunction<T, Reference> wrap) {
        return records.map(wrap).returns(Reference.class).name("wrap " + name).uid("wrap-" + name);
    }
}
