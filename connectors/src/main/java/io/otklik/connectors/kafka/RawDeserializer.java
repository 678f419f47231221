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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
        Items items = new Items(in, receivedAt);
        if (payload == null) {
            items.dead(0, DeadLetterReason.EMPTY, "The record is empty.", "");
        } else {
            parse(payload, items);
        }
        // Not while parsing: a failure of the operators behind this one is theirs, and must end the
        // job's run, for the record would else count as read.
        items.read.forEach(out::collect);
    }

    private void parse(byte[] payload, Items items) {
        try {
            parsers.get(items.in.topic()).parse(payload, items.receivedAt, items::add);
        } catch (RuntimeException | StackOverflowError e) {
            // The parser's contract forbids it; should it break it, one record is lost to us, not
            // the job. What it had not masked must not be kept, nor a message that may quote it.
            items.failed(e);
        }
    }

    @Override
    public TypeInformation<Parsed<PlatformEvent>> getProducedType() {
        return Parsed.typeOf(PlatformEvent.class);
    }

    /** What was read of one record. */
    private static final class Items {
        private final ConsumerRecord<byte[], byte[]> in;
        private final Instant receivedAt;
        private final List<Parsed<PlatformEvent>> read = new ArrayList<>(1);

        Items(ConsumerRecord<byte[], byte[]> in, Instant receivedAt) {
            this.in = in;
            this.receivedAt = receivedAt;
        }

        void add(PlatformEvent event) {
            PlatformEvent.Rejection no = event.rejection();
            if (no == null) {
                read.add(Parsed.of(event));
            } else {
                dead(no.position(), no.reason(), no.detail(), no.payload());
            }
        }

        void failed(Throwable e) {
            String detail =
                    "The parser failed with %s after %d items; please report it."
                            .formatted(e.getClass().getSimpleName(), read.size());
            dead(read.size(), DeadLetterReason.PARSER_FAILURE, detail, "");
        }

        void dead(int position, DeadLetterReason reason, String detail, String payload) {
            read.add(
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
