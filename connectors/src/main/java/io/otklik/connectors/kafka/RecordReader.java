package io.otklik.connectors.kafka;

import io.otklik.connectors.platform.PayloadRedactor;
import io.otklik.schemas.MalformedPayloadException;

/** Reads the records of one topic. */
final class RecordReader<T> {

    private final boolean compacted;
    private final ValueReader<T> values;

    RecordReader(TopicReading<T> reading) {
        this.compacted = reading.topic().compacted();
        this.values = reading.reader().get();
    }

    /** What was made of the record, or a dead letter with its reason; null for a tombstone. */
    Parsed<T> read(KafkaRecord in) {
        if (in.value() == null && compacted) {
            return null;
        }
        try {
            return Parsed.of(values.read(in.value()));
        } catch (MalformedPayloadException e) {
            return Parsed.dead(DeadLetters.of(in, 0, e.reason(), e.detail(), payload(in.value())));
        }
    }

    /** Whoever wrote the record may have left personal data in it. */
    private static String payload(byte[] value) {
        return value == null ? "" : PayloadRedactor.redact(value, 0, value.length);
    }
}
