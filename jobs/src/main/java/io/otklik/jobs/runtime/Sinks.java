package io.otklik.jobs.runtime;

import io.otklik.connectors.kafka.KafkaOptions;
import io.otklik.connectors.kafka.KafkaSinks;
import io.otklik.connectors.kafka.RecordTopic;
import io.otklik.schemas.JsonRecord;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.streaming.api.datastream.DataStream;

/** How a job's outputs reach their topics. */
public final class Sinks {

    private Sinks() {}

    /** Writes a stream to its topic, exactly once: committed with the checkpoint. */
    public static <T> void to(DataStream<T> records, RecordTopic<T> topic, KafkaOptions kafka) {
        to(records, topic, kafka, null);
    }

    /**
     * Writes one more stream of the job to the same topic.
     *
     * @param part in uid and transactional ids; null for the job's first sink of the topic
     */
    public static <T> void to(
            DataStream<T> records, RecordTopic<T> topic, KafkaOptions kafka, String part) {
        String name = name(topic, part);
        sink(records, name, KafkaSinks.records(topic, kafka, name, DeliveryGuarantee.EXACTLY_ONCE));
    }

    /** The same for records that are written already. */
    public static void written(
            DataStream<JsonRecord> records, RecordTopic<?> topic, KafkaOptions kafka, String part) {
        String name = name(topic, part);
        sink(records, name, KafkaSinks.written(topic, kafka, name, DeliveryGuarantee.EXACTLY_ONCE));
    }

    private static String name(RecordTopic<?> topic, String part) {
        return part == null ? topic.topicName() : topic.topicName() + '-' + part;
    }

    private static <T> void sink(DataStream<T> records, String name, KafkaSink<T> sink) {
        records.sinkTo(sink).name(name).uid("sink-" + name);
    }
}
