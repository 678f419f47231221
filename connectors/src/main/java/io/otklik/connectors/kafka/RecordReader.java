package io.otklik.connectors.kafka;

import io.otklik.connectors.platform.PayloadRedactor;
import io.otklik.schemas.JsonCodec;
import io.otklik.schemas.MalformedPayloadException;

/** Reads the records of one topic. */
final class RecordReader<T> {

    private final boolean compacted;
    private final JsonCodec<T> codec;

    RecordReader(RecordTopic<T> topic) {
        this.compacted = topic.compacted();
        this.codec = topic.codec();
    }

    /** The decoded record, or a dead letter with its reason; null for a tombstone. */
    Parsed<T> read(KafkaRecord in) {
        if (in.value() == null && compacted) {
            return null;
        }
        try {
            return Parsed.of(codec.decode(in.value()));
        } catch (MalformedPayloadException e) {
            return Parsed.dead(DeadLetters.of(in, 0, e.reason(), e.detail(), payload(in.value())));
        }
    }

    /** Whoever wrote the record may have left personal data in it. */
    private static String payload(byte[] value) {
        return value == null ? "" : PayloadRedactor.redact(value, 0, value.length);
    }
}
