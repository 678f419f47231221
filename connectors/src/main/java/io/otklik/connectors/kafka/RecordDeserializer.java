package io.otklik.connectors.kafka;

import io.otklik.connectors.platform.PayloadRedactor;
import io.otklik.schemas.JsonCodec;
import io.otklik.schemas.MalformedPayloadException;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Emits one element per Kafka record: the decoded record, or a dead letter with its reason. */
final class RecordDeserializer<T> implements KafkaRecordDeserializationSchema<Parsed<T>> {
    private static final long serialVersionUID = 1L;

    private final RecordTopic<T> topic;
    private final boolean compacted;
    private transient JsonCodec<T> codec;

    RecordDeserializer(RecordTopic<T> topic) {
        this.topic = topic;
        this.compacted = topic.compacted();
    }

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
        codec = topic.codec();
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> in, Collector<Parsed<T>> out) {
        if (in.value() == null && compacted) {
            return;
        }
        try {
            out.collect(Parsed.of(codec.decode(in.value())));
        } catch (MalformedPayloadException e) {
            out.collect(Parsed.dead(DeadLetters.of(in, 0, e.reason(), e.detail(), payload(in))));
        }
    }

    /** Whoever wrote the record may have left personal data in it. */
    private static String payload(ConsumerRecord<byte[], byte[]> in) {
        byte[] value = in.value();
        return value == null ? "" : PayloadRedactor.redact(value, 0, value.length);
    }

    @Override
    public TypeInformation<Parsed<T>> getProducedType() {
        return Parsed.typeOf(topic.type());
    }
}
