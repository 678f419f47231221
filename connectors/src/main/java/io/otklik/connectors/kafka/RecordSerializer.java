package io.otklik.connectors.kafka;

import io.otklik.schemas.JsonWriter;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetIdentifier;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacetProvider;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Writes a record as JSON under its key, with its event time as the Kafka timestamp. */
final class RecordSerializer<T>
        implements KafkaRecordSerializationSchema<T>, KafkaDatasetFacetProvider {
    private static final long serialVersionUID = 1L;

    private final RecordTopic<T> topic;
    private transient JsonWriter<T> writer;

    RecordSerializer(RecordTopic<T> topic) {
        this.topic = topic;
    }

    @Override
    public void open(
            SerializationSchema.InitializationContext context, KafkaSinkContext sinkContext) {
        writer = topic.writer();
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(
            T value, KafkaSinkContext context, Long timestamp) {
        return new ProducerRecord<>(
                topic.topicName(),
                null,
                accepted(topic.eventTime(value).toEpochMilli(), System.currentTimeMillis()),
                topic.key(value).getBytes(StandardCharsets.UTF_8),
                writer.encode(value));
    }

    /** Pooled transactional ids want to know which topic's open transactions to look through. */
    @Override
    public Optional<KafkaDatasetFacet> getKafkaDatasetFacet() {
        return Optional.of(
                new DefaultKafkaDatasetFacet(
                        DefaultKafkaDatasetIdentifier.ofTopics(List.of(topic.topicName()))));
    }

    /** A broker refuses times before 1970 and, by default, more than an hour in the future. */
    static long accepted(long eventTime, long now) {
        return Math.max(0, Math.min(eventTime, now));
    }
}
