package io.otklik.connectors.kafka;

import io.otklik.schemas.DeadLetter;
import io.otklik.schemas.DeadLetterReason;

import java.time.Instant;

/** Dead letters that name the Kafka record they come from. */
final class DeadLetters {

    private DeadLetters() {}

    /** Of a record that was there when it arrived in Kafka. */
    static DeadLetter of(
            KafkaRecord in, int position, DeadLetterReason reason, String detail, String payload) {
        Instant arrived = Instant.ofEpochMilli(Math.max(0, in.timestamp()));
        return of(in, arrived, position, reason, detail, payload);
    }

    static DeadLetter of(
            KafkaRecord in,
            Instant at,
            int position,
            DeadLetterReason reason,
            String detail,
            String payload) {
        return new DeadLetter(
                in.topic(), in.partition(), in.offset(), position, reason, detail, payload, at);
    }
}
