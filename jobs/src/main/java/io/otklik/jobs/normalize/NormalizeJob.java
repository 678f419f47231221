package io.otklik.jobs.normalize;

import io.otklik.connectors.kafka.KafkaOptions;
import io.otklik.connectors.kafka.KafkaSources;
import io.otklik.connectors.kafka.Parsed;
import io.otklik.connectors.kafka.RecordTopic;
import io.otklik.connectors.platform.PlatformEvent;
import io.otklik.jobs.runtime.Environments;
import io.otklik.jobs.runtime.JobOptions;
import io.otklik.jobs.runtime.Sinks;
import io.otklik.jobs.runtime.Sources;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

import java.time.Duration;

/** Reads the raw topics of every platform; writes messages, counters and dead letters. */
public final class NormalizeJob {

    static final ConfigOption<Duration> THREAD_WAIT =
            ConfigOptions.key("thread-wait")
                    .durationType()
                    .defaultValue(Duration.ofMinutes(10))
                    .withDescription("How long a Telegram comment waits for its channel post.");

    private NormalizeJob() {}

    public static void main(String[] args) throws Exception {
        JobOptions options = JobOptions.parse(args, THREAD_WAIT);
        KafkaOptions kafka = options.kafka("normalize");
        StreamExecutionEnvironment env = Environments.of(options);
        DataStream<Parsed<PlatformEvent>> raw =
                env.fromSource(
                                KafkaSources.raw(RawTopic.parsers(), kafka),
                                KafkaSources.arrivalWatermarks(
                                        options.get(JobOptions.OUT_OF_ORDERNESS),
                                        Sources.idleness(options)),
                                "raw topics")
                        .uid("source-raw");
        NormalizePipeline.define(
                raw,
                options.get(THREAD_WAIT),
                messages -> Sinks.to(messages, RecordTopic.MESSAGE, kafka),
                resolved -> Sinks.to(resolved, RecordTopic.MESSAGE, kafka, "resolved"),
                counters -> Sinks.to(counters, RecordTopic.COUNTER, kafka),
                letters -> Sinks.to(letters, RecordTopic.DEAD_LETTER, kafka));
        env.execute("normalize");
    }
}
