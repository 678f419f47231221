package io.otklik.jobs.appeals;

import io.otklik.connectors.kafka.KafkaOptions;
import io.otklik.connectors.kafka.RecordTopic;
import io.otklik.connectors.kafka.SplitParsed;
import io.otklik.jobs.runtime.Environments;
import io.otklik.jobs.runtime.JobOptions;
import io.otklik.jobs.runtime.Sinks;
import io.otklik.jobs.runtime.Sources;
import io.otklik.schemas.Community;
import io.otklik.schemas.Message;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

import java.time.Duration;

/** Reads messages and the register; writes appeals and what happened to them. */
public final class AppealsJob {

    static final ConfigOption<Duration> RETENTION =
            ConfigOptions.key("retention")
                    .durationType()
                    .defaultValue(Duration.ofDays(180))
                    .withDescription("How long a message that nothing happens to stays in state.");

    private AppealsJob() {}

    public static void main(String[] args) throws Exception {
        JobOptions options = JobOptions.parse(args, RETENTION);
        KafkaOptions kafka = options.kafka("appeals");
        Duration outOfOrderness = options.get(JobOptions.OUT_OF_ORDERNESS);
        StreamExecutionEnvironment env = Environments.of(options);
        SingleOutputStreamOperator<Message> messages =
                Sources.from(env, RecordTopic.MESSAGE, kafka, outOfOrderness)
                        .process(new SplitParsed<>(Message.class))
                        .uid("split-messages");
        SingleOutputStreamOperator<Community> register =
                Sources.from(env, RecordTopic.COMMUNITY, kafka, outOfOrderness)
                        .process(new SplitParsed<>(Community.class))
                        .uid("split-register");
        AppealsPipeline.define(
                messages,
                register,
                options.get(RETENTION),
                appeals -> Sinks.to(appeals, RecordTopic.APPEAL, kafka),
                events -> Sinks.to(events, RecordTopic.APPEAL_EVENT, kafka));
        Sinks.to(
                messages.getSideOutput(SplitParsed.DEAD_LETTERS)
                        .union(register.getSideOutput(SplitParsed.DEAD_LETTERS)),
                RecordTopic.DEAD_LETTER,
                kafka);
        env.execute("appeals");
    }
}
