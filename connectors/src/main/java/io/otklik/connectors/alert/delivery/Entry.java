package io.otklik.connectors.alert.delivery;

import io.otklik.schemas.Alert;
import io.otklik.schemas.AlertDelivery;
import io.otklik.schemas.DeliveryState;

import java.time.Instant;

/** One delivery in memory. Used by the notifier's thread alone. */
final class Entry {

    final int partition;
    AlertDelivery delivery;

    /** The newest version of the alert; null while only the delivery's record was read. */
    Alert alert;

    /** Where {@link #alert} stands in its partition. */
    long offset;

    /** Whether an attempt is under way. */
    boolean inFlight;

    /** Of the message that waits now. */
    int failures;

    /** When the next attempt at the message that waits may be made. */
    Instant readyAt;

    /** Whether a queue holds it. */
    boolean queued;

    Entry(int partition, AlertDelivery delivery) {
        this.partition = partition;
        this.delivery = delivery;
    }

    /** Whether a message is to be sent. */
    boolean isPending() {
        return isPending(delivery);
    }

    static boolean isPending(AlertDelivery delivery) {
        return delivery.state() == DeliveryState.WAITING
                || delivery.state() == DeliveryState.CLEARING;
    }
}
