package io.otklik.connectors.alert.delivery;

import io.otklik.schemas.Alert;
import io.otklik.schemas.AlertDelivery;
import io.otklik.schemas.DeliveryState;

import java.time.Instant;

/** Makes the next version of a delivery. */
final class DeliveryEdit {

    private final AlertDelivery before;
    private DeliveryState state;
    private long alertVersion;
    private Instant notBefore;
    private boolean digest;
    private int attempts;
    private Instant sentAt;
    private Instant closedAt;
    private String reason;

    private DeliveryEdit(AlertDelivery before) {
        this.before = before;
        this.state = before.state();
        this.alertVersion = before.alertVersion();
        this.notBefore = before.notBefore();
        this.digest = before.digest();
        this.attempts = before.attempts();
        this.sentAt = before.sentAt();
        this.closedAt = before.closedAt();
        this.reason = before.reason();
    }

    static DeliveryEdit of(AlertDelivery before) {
        return new DeliveryEdit(before);
    }

    /** A delivery that nobody has seen yet. */
    static DeliveryEdit first(Alert alert, String recipient) {
        return new DeliveryEdit(
                new AlertDelivery(
                        id(alert.alertId(), recipient),
                        alert.alertId(),
                        recipient,
                        alert.kind(),
                        alert.level(),
                        alert.agencyId(),
                        alert.subjectId(),
                        alert.raisedAt(),
                        DeliveryState.WAITING,
                        alert.version(),
                        null,
                        false,
                        0,
                        null,
                        null,
                        null,
                        alert.raisedAt(),
                        0));
    }

    static String id(String alertId, String recipient) {
        return alertId + '|' + recipient;
    }

    DeliveryEdit state(DeliveryState value) {
        state = value;
        return this;
    }

    DeliveryEdit seen(Alert alert) {
        alertVersion = alert.version();
        return this;
    }

    /** A message is to be sent. */
    DeliveryEdit planned(Instant earliest, boolean withDigest) {
        notBefore = earliest;
        digest = withDigest;
        attempts = 0;
        reason = null;
        return this;
    }

    /** No message waits any more. */
    DeliveryEdit nothingPlanned() {
        notBefore = null;
        digest = false;
        return this;
    }

    DeliveryEdit attempted() {
        attempts++;
        return this;
    }

    DeliveryEdit sentAt(Instant value) {
        sentAt = value;
        return this;
    }

    DeliveryEdit closedAt(Instant value) {
        closedAt = value;
        return this;
    }

    DeliveryEdit reason(String value) {
        reason = value;
        return this;
    }

    /**
     * The version grows with the clock, so that a delivery that was forgotten and comes back still
     * has a higher one.
     */
    AlertDelivery at(Instant now) {
        return new AlertDelivery(
                before.deliveryId(),
                before.alertId(),
                before.recipient(),
                before.kind(),
                before.level(),
                before.agencyId(),
                before.subjectId(),
                before.raisedAt(),
                state,
                alertVersion,
                notBefore,
                digest,
                attempts,
                sentAt,
                closedAt,
                reason,
                now,
                Math.max(before.version() + 1, now.toEpochMilli()));
    }
}
