package io.otklik.connectors.alert.delivery;

import io.otklik.schemas.Alert;
import io.otklik.schemas.DeadLetter;
import io.otklik.schemas.DeadLetterReason;
import io.otklik.schemas.JsonCodec;
import io.otklik.schemas.MalformedPayloadException;
import io.otklik.schemas.Topic;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Writes dead letters of messages that nobody will send, and of alerts that cannot be read. */
public final class DeadLetterOffice {

    private static final JsonCodec<Alert> CODEC = JsonCodec.of(Alert.class);

    private final List<String> recipients;

    /**
     * @param recipients in a constant order: the letters of one alert differ by it
     */
    DeadLetterOffice(List<String> recipients) {
        this.recipients = recipients;
    }

    DeadLetter letter(int partition, long offset, String recipient, String reason, Alert alert) {
        return new DeadLetter(
                Topic.ALERT.topicName(),
                partition,
                offset,
                recipients.indexOf(recipient),
                DeadLetterReason.DELIVERY_FAILED,
                "%s: %s".formatted(recipient, reason),
                new String(CODEC.encode(alert), StandardCharsets.UTF_8),
                alert.raisedAt());
    }

    /** An alert that cannot be read; its bytes stay where they are. */
    public static DeadLetter unreadable(
            int partition, long offset, MalformedPayloadException fault, Instant at) {
        return new DeadLetter(
                Topic.ALERT.topicName(),
                partition,
                offset,
                0,
                fault.reason(),
                fault.detail(),
                null,
                at);
    }
}
