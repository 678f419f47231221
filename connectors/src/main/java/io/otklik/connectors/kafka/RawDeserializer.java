package io.otklik.connectors.kafka;

import io.otklik.connectors.platform.PayloadParser;
import io.otklik.connectors.platform.PlatformEvent;
import io.otklik.schemas.DeadLetterReason;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.flink.util.function.SerializableSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Emits one element per item of a payload: its event, or a dead letter with its reason. */
final class RawDeserializer implements KafkaRecordDeserializationSchema<Parsed<PlatformEvent>> {
    private static final long serialVersionUID = 1L;

    private final TreeMap<String, SerializableSupplier<PayloadParser>> suppliers;
    private transient Map<String, PayloadParser> parsers;

    /**
     * @param suppliers of parsers, by topic
     */
    RawDeserializer(Map<String, SerializableSupplier<PayloadParser>> suppliers) {
        this.suppliers = new TreeMap<>(suppliers);
    }

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
        parsers = new HashMap<>();
        suppliers.forEach((topic, supplier) -> parsers.put(topic, supplier.get()));
    }

    @Override
    public void deserialize(
            ConsumerRecord<byte[], byte[]> in, Collector<Parsed<PlatformEvent>> out) {
        byte[] payload = in.value();
        Instant receivedAt = RawRecords.receivedAt(in);
        Emitter emitter = new Emitter(in, receivedAt, out);
        if (payload == null) {
            emitter.dead(0, DeadLetterReason.EMPTY, "The record is empty.", "");
            return;
        }
        try {
            parsers.get(in.topic()).parse(payload, receivedAt, emitter::emit);
        } catch (RuntimeException | StackOverflowError e) {
            // The parser's contract forbids it; should it break it, one record is lost to us, not
            // the job. What it had not masked must not be kept, nor a message that may quote it.
            emitter.failed(e);
        }
    }

    @Override
    public TypeInformation<Parsed<PlatformEvent>> getProducedType() {
        return Parsed.typeOf(PlatformEvent.class);
    }

    private static final class Emitter {
        private final ConsumerRecord<byte[], byte[]> in;
        private final Instant receivedAt;
        private final Collector<Parsed<PlatformEvent>> out;
        private int emitted;

        Emitter(
                ConsumerRecord<byte[], byte[]> in,
                Instant receivedAt,
                Collector<Parsed<PlatformEvent>> out) {
            this.in = in;
            this.receivedAt = receivedAt;
            this.out = out;
        }

        void emit(PlatformEvent event) {
            emitted++;
            PlatformEvent.Rejection no = event.rejection();
            if (no == null) {
                out.collect(Parsed.of(event));
            } else {
                dead(no.position(), no.reason(), no.detail(), no.payload());
            }
        }

        void failed(Throwable e) {
            String detail =
                    "The parser failed with %s after %d items; please report it."
                            .formatted(e.getClass().getSimpleName(), emitted);
            dead(emitted, DeadLetterReason.PARSER_FAILURE, detail, "");
        }

        void dead(int position, DeadLetterReason reason, String detail, String payload) {
            out.collect(
                    Parsed.dead(
                            DeadLetters.of(
                                    KafkaRecord.of(in),
                                    receivedAt,
                                    position,
                                    reason,
                                    detail,
                                    payload)));
        }
    }
}
