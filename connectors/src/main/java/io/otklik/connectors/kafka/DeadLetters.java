package io.otklik.connectors.kafka;

import io.otklik.schemas.DeadLetter;
import io.otklik.schemas.DeadLetterReason;
import org.apache.kafka.clients.consumer.ConsumerRecord;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/** Dead letters that name the Kafka record they come from. */
final class DeadLetters {

    private DeadLetters() {}

    static DeadLetter of(
            ConsumerRecord<byte[], byte[]> in,
            int position,
            DeadLetterReason reason,
            String detail,
            String payload) {
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

    /** The value as text, cut at the limit; bytes that are no UTF-8 become U+FFFD. */
    static String text(ConsumerRecord<byte[], byte[]> in) {
        byte[] value = in.value() == null ? new byte[0] : in.value();
        int length = Math.min(value.length, DeadLetter.PAYLOAD_LIMIT / 3);
        while (length > 0 && length < value.length && (value[length] & 0xC0) == 0x80) {
            length--;
        }
        return new String(Arrays.copyOf(value, length), StandardCharsets.UTF_8);
    }
}
