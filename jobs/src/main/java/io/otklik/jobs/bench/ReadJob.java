package io.otklik.jobs.bench;

import io.otklik.connectors.kafka.KafkaSources;
import io.otklik.connectors.platform.PayloadParser;
import io.otklik.connectors.platform.Pseudonymizer;
import io.otklik.connectors.platform.VkPayloadParser;
import io.otklik.jobs.runtime.Environments;
import io.otklik.jobs.runtime.JobOptions;
import io.otklik.schemas.Topic;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.function.SerializableSupplier;

import java.util.Map;

/** Reads {@code raw.vk} and discards what it read: the bytes, or what the parser made of them. */
public final class ReadJob {

    static final ConfigOption<Boolean> PARSE =
            ConfigOptions.key("parse")
                    .booleanType()
                    .defaultValue(true)
                    .withDescription("Whether payloads are parsed or taken as bytes.");

    private ReadJob() {}

    public static void main(String[] args) throws Exception {
        JobOptions options = JobOptions.parse(args, PARSE);
        boolean parse = options.get(PARSE);
        SerializableSupplier<PayloadParser> parser = parse ? ReadJob::parser : ReadJob::nothing;
        StreamExecutionEnvironment env = Environments.of(options);
        env.fromSource(
                        KafkaSources.raw(Map.of(Topic.RAW_VK, parser), options.kafka("read")),
                        WatermarkStrategy.noWatermarks(),
                        Topic.RAW_VK.topicName())
                .uid("source")
                .sinkTo(new DiscardingSink<>())
                .uid("discard");
        env.execute("read");
    }

    private static PayloadParser parser() {
        return new VkPayloadParser(Pseudonymizer.fromEnvironment(System.getenv()));
    }

    private static PayloadParser nothing() {
        return (payload, receivedAt, out) -> {};
    }
}
