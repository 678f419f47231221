package io.otklik.connectors.kafka;

import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Emits one element per Kafka record: what is made of it, or a dead letter with its reason. */
final class RecordDeserializer<T> implements KafkaRecordDeserializationSchema<Parsed<T>> {
    private static final long serialVersionUID = 1L;

    private final TopicReading<T> reading;
    private transient RecordReader<T> reader;

    RecordDeserializer(TopicReading<T> reading) {
        this.reading = reading;
    }

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
        reader = new RecordReader<>(reading);
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> in, Collector<Parsed<T>> out) {
        Parsed<T> read = reader.read(KafkaRecord.of(in));
        if (read != null) {
            out.collect(read);
        }
    }

    @Override
    public TypeInformation<Parsed<T>> getProducedType() {
        return Parsed.typeOf(reading.type());
    }
}
