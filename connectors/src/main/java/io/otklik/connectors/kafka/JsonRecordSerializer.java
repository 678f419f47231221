package io.otklik.connectors.kafka;

import io.otklik.schemas.JsonRecord;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetIdentifier;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacetProvider;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

import java.util.List;
import java.util.Optional;

/** Sends what is written to a topic, with its event time as the Kafka timestamp. */
final class JsonRecordSerializer
        implements KafkaRecordSerializationSchema<JsonRecord>, KafkaDatasetFacetProvider {
    private static final long serialVersionUID = 1L;

    private final String topicName;

    JsonRecordSerializer(String topicName) {
        this.topicName = topicName;
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(
            JsonRecord written, KafkaSinkContext context, Long timestamp) {
        return new ProducerRecord<>(
                topicName,
                null,
                accepted(written.at(), System.currentTimeMillis()),
                written.key(),
                written.json());
    }

    /** Pooled transactional ids want to know which topic's open transactions to look through. */
    @Override
    public Optional<KafkaDatasetFacet> getKafkaDatasetFacet() {
        return Optional.of(
                new DefaultKafkaDatasetFacet(
                        DefaultKafkaDatasetIdentifier.ofTopics(List.of(topicName))));
    }

    /** A broker refuses times before 1970 and, by default, more than an hour in the future. */
    static long accepted(long eventTime, long now) {
        return Math.max(0, Math.min(eventTime, now));
    }
}
