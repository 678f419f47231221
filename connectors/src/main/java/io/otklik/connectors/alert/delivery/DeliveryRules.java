package io.otklik.connectors.alert.delivery;

import io.otklik.connectors.alert.config.Recipient;
import io.otklik.connectors.alert.text.News;
import io.otklik.schemas.Alert;
import io.otklik.schemas.AlertDelivery;
import io.otklik.schemas.DeliveryState;

import java.time.Duration;
import java.time.Instant;

/**
 * Decides what a version of an alert changes for one recipient. A function of its arguments.
 *
 * <ul>
 *   <li>A recipient who was never told is told of an alert that stands and is not too old.
 *   <li>Who was told is never told again, even if the alert is cleared and raised anew: the same
 *       appeal, metric and level.
 *   <li>What is over before it was sent is not sent; what was sent and is over is told as such.
 * </ul>
 */
final class DeliveryRules {

    private final Duration maxAge;

    DeliveryRules(Duration maxAge) {
        this.maxAge = maxAge;
    }

    /**
     * @param delivery the next version; the one before if nothing changed, null if there is none
     * @param outcome what to count; null for nothing
     */
    record Step(AlertDelivery delivery, Outcome outcome) {}

    /**
     * @param before null if the recipient has nothing to do with the alert yet
     */
    Step next(AlertDelivery before, Alert alert, Recipient recipient, Instant now) {
        if (before != null && alert.version() < before.alertVersion()) {
            // Read again after a restart; what came after it is known.
            return new Step(before, null);
        }
        boolean stands = News.of(alert) == News.RAISED;
        if (before == null || before.state() == DeliveryState.CANCELLED) {
            return stands ? raise(before, alert, recipient, now) : new Step(before, null);
        }
        return switch (before.state()) {
            case WAITING -> stands ? seen(before, alert, now) : cancel(before, alert, now);
            case SENT -> stands ? new Step(before, null) : clear(before, alert, recipient, now);
            case CLEARING -> stands ? standAgain(before, alert, now) : seen(before, alert, now);
            case CLOSED, FAILED ->
                    new Step(
                            before,
                            stands && alert.version() > before.alertVersion()
                                    ? Outcome.REPEATED
                                    : null);
            case CANCELLED -> throw new IllegalStateException("Handled above");
        };
    }

    private Step raise(AlertDelivery before, Alert alert, Recipient recipient, Instant now) {
        if (alert.raisedAt().isBefore(now.minus(maxAge))) {
            return new Step(before, Outcome.STALE);
        }
        Instant earliest = recipient.mayBeSent(alert, now);
        return new Step(
                (before == null
                                ? DeliveryEdit.first(alert, recipient.name())
                                : DeliveryEdit.of(before).seen(alert))
                        .state(DeliveryState.WAITING)
                        .planned(earliest, earliest.isAfter(now))
                        .closedAt(null)
                        .at(now),
                null);
    }

    private static Step cancel(AlertDelivery before, Alert alert, Instant now) {
        return new Step(
                DeliveryEdit.of(before)
                        .state(DeliveryState.CANCELLED)
                        .seen(alert)
                        .nothingPlanned()
                        .closedAt(now)
                        .at(now),
                Outcome.CANCELLED);
    }

    private Step clear(AlertDelivery before, Alert alert, Recipient recipient, Instant now) {
        boolean isOld = alert.clearedAt() != null && alert.clearedAt().isBefore(now.minus(maxAge));
        if (!recipient.wantsCleared() || isOld) {
            return new Step(
                    DeliveryEdit.of(before)
                            .state(DeliveryState.CLOSED)
                            .seen(alert)
                            .nothingPlanned()
                            .closedAt(now)
                            .at(now),
                    isOld ? Outcome.STALE : null);
        }
        Instant earliest = recipient.mayBeSent(alert, now);
        return new Step(
                DeliveryEdit.of(before)
                        .state(DeliveryState.CLEARING)
                        .seen(alert)
                        .planned(earliest, earliest.isAfter(now))
                        .at(now),
                null);
    }

    private static Step standAgain(AlertDelivery before, Alert alert, Instant now) {
        return new Step(
                DeliveryEdit.of(before)
                        .state(DeliveryState.SENT)
                        .seen(alert)
                        .nothingPlanned()
                        .at(now),
                Outcome.CANCELLED);
    }

    private static Step seen(AlertDelivery before, Alert alert, Instant now) {
        return new Step(
                alert.version() == before.alertVersion()
                        ? before
                        : DeliveryEdit.of(before).seen(alert).at(now),
                null);
    }
}
