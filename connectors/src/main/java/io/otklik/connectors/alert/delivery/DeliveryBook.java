package io.otklik.connectors.alert.delivery;

import io.otklik.schemas.AlertDelivery;
import io.otklik.schemas.DeadLetter;
import io.otklik.schemas.DeliveryState;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Every delivery of the partitions at hand, and what of it is yet to be written down. Used by the
 * notifier's thread alone.
 */
final class DeliveryBook {

    /** By alert, then by recipient. */
    private final Map<String, Map<String, Entry>> entries = new HashMap<>();

    private final List<Change> changes = new ArrayList<>();

    /** The deliveries of an alert, by recipient; none if nobody was told of it. */
    Map<String, Entry> ofAlert(String alertId) {
        return entries.getOrDefault(alertId, Map.of());
    }

    /** Adds a delivery that is written down already. */
    Entry restore(int partition, AlertDelivery delivery) {
        Entry entry = new Entry(partition, delivery);
        entries.computeIfAbsent(delivery.alertId(), key -> new HashMap<>())
                .put(delivery.recipient(), entry);
        return entry;
    }

    /** Adds a delivery that is new. */
    Entry add(int partition, AlertDelivery delivery) {
        Entry entry = restore(partition, delivery);
        write(entry, null);
        return entry;
    }

    /** Changes a delivery; of a partition that another instance has now, nothing is written. */
    void change(Entry entry, AlertDelivery next) {
        change(entry, next, null);
    }

    /**
     * Changes a delivery.
     *
     * @param deadLetter of its message, written with it; null if there is none
     */
    void change(Entry entry, AlertDelivery next, DeadLetter deadLetter) {
        if (next != entry.delivery) {
            entry.delivery = next;
            if (isAtHand(entry)) {
                write(entry, deadLetter);
            }
        }
    }

    private void write(Entry entry, DeadLetter deadLetter) {
        changes.add(
                new Change(
                        entry.partition, entry.delivery.deliveryId(), entry.delivery, deadLetter));
    }

    /** Whether its partition is still this instance's. */
    boolean isAtHand(Entry entry) {
        return ofAlert(entry.delivery.alertId()).get(entry.delivery.recipient()) == entry;
    }

    /** What changed since the last call, in order. */
    List<Change> takeChanges() {
        List<Change> taken = List.copyOf(changes);
        changes.clear();
        return taken;
    }

    /**
     * Lets go of partitions that another instance has now; nothing is written of them.
     *
     * @param gone is given each of their deliveries
     */
    void drop(Collection<Integer> partitions, Consumer<Entry> gone) {
        remove(entry -> partitions.contains(entry.partition), gone);
    }

    /**
     * Forgets what nothing more will happen to.
     *
     * @param over deliveries of alerts raised before it, unless they stand
     * @param standing deliveries that were sent and never cleared, of alerts raised before it
     */
    void sweep(Instant over, Instant standing) {
        remove(
                entry ->
                        !entry.queued
                                && entry.delivery
                                        .raisedAt()
                                        .isBefore(
                                                entry.delivery.state() == DeliveryState.SENT
                                                        ? standing
                                                        : over),
                entry ->
                        changes.add(
                                new Change(
                                        entry.partition, entry.delivery.deliveryId(), null, null)));
    }

    private void remove(Predicate<Entry> which, Consumer<Entry> gone) {
        for (Iterator<Map<String, Entry>> all = entries.values().iterator(); all.hasNext(); ) {
            Map<String, Entry> ofAlert = all.next();
            ofAlert.values()
                    .removeIf(
                            entry -> {
                                boolean goes = which.test(entry);
                                if (goes) {
                                    gone.accept(entry);
                                }
                                return goes;
                            });
            if (ofAlert.isEmpty()) {
                all.remove();
            }
        }
    }

    int size() {
        return entries.values().stream().mapToInt(Map::size).sum();
    }
}
