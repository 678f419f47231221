package io.otklik.connectors.kafka;

import io.otklik.schemas.JsonRecord;
import io.otklik.schemas.JsonWriter;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacetProvider;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Writes a record as JSON under its key. */
final class RecordSerializer<T>
        implements KafkaRecordSerializationSchema<T>, KafkaDatasetFacetProvider {
    private static final long serialVersionUID = 1L;

    private final RecordTopic<T> topic;
    private final JsonRecordSerializer sender;
    private transient JsonWriter<T> writer;

    RecordSerializer(RecordTopic<T> topic) {
        this.topic = topic;
        this.sender = new JsonRecordSerializer(topic.topicName());
    }

    @Override
    public void open(
            SerializationSchema.InitializationContext context, KafkaSinkContext sinkContext) {
        writer = topic.writer();
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(
            T value, KafkaSinkContext context, Long timestamp) {
        JsonRecord written =
                new JsonRecord(
                        topic.key(value).getBytes(StandardCharsets.UTF_8),
                        writer.encode(value),
                        topic.eventTime(value).toEpochMilli());
        return sender.serialize(written, context, timestamp);
    }

    @Override
    public Optional<KafkaDatasetFacet> getKafkaDatasetFacet() {
        return sender.getKafkaDatasetFacet();
    }
}
