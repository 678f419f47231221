package io.otklik.connectors.kafka;

import io.otklik.schemas.DeadLetter;
import io.otklik.schemas.DeadLetterReason;

import java.time.Instant;

/** Dead letters that name the Kafka record they come from. */
final class DeadLetters {

    private DeadLetters() {}

    static DeadLetter of(
            KafkaRecord in, int position, DeadLetterReason reason, String detail, String payload) {
        return new DeadLetter(
                in.topic(),
                in.partition(),
                in.offset(),
                position,
                reason,
                detail,
                payload,
                Instant.ofEpochMilli(Math.max(0, in.timestamp())));
    }
}
