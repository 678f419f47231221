package io.otklik.connectors.kafka;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.OutputTag;
import org.apache.flink.util.function.SerializableSupplier;

import java.io.Serializable;

/**
 * How a topic's records are read, by a source of their own or by {@link SplitTopics}, and what is
 * made of them.
 *
 * @param type of what it makes
 * @param reader made once per subtask, on the TaskManager
 */
public record TopicReading<T>(
        RecordTopic<?> topic, TypeInformation<T> type, SerializableSupplier<ValueReader<T>> reader)
        implements Serializable {

    /** The records themselves. */
    public static <T> TopicReading<T> records(RecordTopic<T> topic) {
        return new TopicReading<>(topic, topic.typeInformation(), () -> topic.codec()::decode);
    }

    /** The side output with what was made. */
    public OutputTag<T> output() {
        return new OutputTag<>(topic.topicName(), type);
    }
}
