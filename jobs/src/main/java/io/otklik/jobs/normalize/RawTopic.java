package io.otklik.jobs.normalize;

import io.otklik.connectors.platform.MessagePayloadParser;
import io.otklik.connectors.platform.PayloadParser;
import io.otklik.connectors.platform.Pseudonymizer;
import io.otklik.connectors.platform.TelegramPayloadParser;
import io.otklik.connectors.platform.VkPayloadParser;
import io.otklik.schemas.Topic;
import org.apache.flink.util.function.SerializableSupplier;

import java.util.EnumMap;
import java.util.Map;

/** The raw topics that are read, each with the parser of its payloads. */
enum RawTopic {
    VK(Topic.RAW_VK, () -> new VkPayloadParser(Pseudonymizer.fromEnvironment(System.getenv()))),
    TELEGRAM(
            Topic.RAW_TELEGRAM,
            () -> new TelegramPayloadParser(Pseudonymizer.fromEnvironment(System.getenv()))),
    MESSAGE(
            Topic.RAW_MESSAGE,
            () -> new MessagePayloadParser(Pseudonymizer.fromEnvironment(System.getenv())));

    private final Topic topic;
    private final SerializableSupplier<PayloadParser> parser;

    RawTopic(Topic topic, SerializableSupplier<PayloadParser> parser) {
        this.topic = topic;
        this.parser = parser;
    }

    /** Parsers by topic, made on the TaskManager, where the key of the pseudonyms is. */
    static Map<Topic, SerializableSupplier<PayloadParser>> parsers() {
        Map<Topic, SerializableSupplier<PayloadParser>> parsers = new EnumMap<>(Topic.class);
        for (RawTopic raw : values()) {
            parsers.put(raw.topic, raw.parser);
        }
        return parsers;
    }
}
