package io.otklik.jobs.response;

import io.otklik.connectors.kafka.KafkaOptions;
import io.otklik.connectors.kafka.RecordTopic;
import io.otklik.connectors.kafka.SplitParsed;
import io.otklik.connectors.kafka.TopicReading;
import io.otklik.jobs.runtime.Environments;
import io.otklik.jobs.runtime.JobOptions;
import io.otklik.jobs.runtime.Sinks;
import io.otklik.jobs.runtime.Sources;
import io.otklik.schemas.Appeal;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

import java.time.Duration;

/** Reads appeals; writes how they were answered in windows of 5 minutes, an hour and a day. */
public final class ResponseJob {

    static final ConfigOption<Duration> EMIT_EVERY =
            option("emit-every", Duration.ofSeconds(10), "How often changed windows are emitted.");
    static final ConfigOption<Duration> CORRECTED =
            option(
                    "corrected",
                    Duration.ofDays(1),
                    "How long after its end a window is at hand; later changes cost more.");
    static final ConfigOption<Duration> RETENTION =
            option(
                    "retention",
                    Duration.ofDays(180),
                    "How long an unchanged appeal or window stays in state.");

    private ResponseJob() {}

    public static void main(String[] args) throws Exception {
        JobOptions options = JobOptions.parse(args, EMIT_EVERY, CORRECTED, RETENTION);
        KafkaOptions kafka = options.kafka("response");
        StreamExecutionEnvironment env = Environments.of(options);
        SingleOutputStreamOperator<Appeal> appeals =
                Sources.records(
                        env,
                        "appeals",
                        new TopicReading<>(
                                RecordTopic.APPEAL,
                                RecordTopic.APPEAL.typeInformation(),
                                AppealReading::reader),
                        appeal -> RecordTopic.APPEAL.eventTime(appeal).toEpochMilli(),
                        kafka,
                        options.get(JobOptions.OUT_OF_ORDERNESS),
                        Sources.idleness(options));
        ResponsePipeline.define(
                appeals,
                new WindowTimes(
                        options.get(EMIT_EVERY), options.get(CORRECTED), options.get(RETENTION)),
                windows -> Sinks.to(windows, RecordTopic.RESPONSE_WINDOW, kafka));
        Sinks.to(appeals.getSideOutput(SplitParsed.DEAD_LETTERS), RecordTopic.DEAD_LETTER, kafka);
        env.execute("response");
    }

    private static ConfigOption<Duration> option(String key, Duration value, String description) {
        return ConfigOptions.key(key)
                .durationType()
                .defaultValue(value)
                .withDescription(description);
    }
}
