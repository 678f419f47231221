package io.otklik.connectors.alert.delivery;

import io.otklik.connectors.alert.channel.SendResult;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one recipient is to be sent, one message at a time.
 *
 * <p>Messages about one subject go in their order: one that fails holds back those behind it.
 * Messages about others go on, after a pause that grows as long as nothing succeeds. What waits for
 * the end of quiet hours goes together; a message about several that is refused goes in halves, so
 * that one alert that the other side does not take, or a message that is too large, costs no other
 * alert.
 */
final class RecipientQueue {

    private final Backoff backoff;
    private final Map<String, Deque<Entry>> bySubject = new HashMap<>();
    private final TreeSet<Head> heads =
            new TreeSet<>(Comparator.comparing(Head::readyAt).thenComparingLong(Head::number));
    private final Map<String, Head> headOf = new HashMap<>();
    private final Set<Entry> digest = new LinkedHashSet<>();

    private long numbers;
    private int failures;
    private Instant pausedUntil = Instant.MIN;
    private int digestFailures;
    private Instant digestReadyAt = Instant.MIN;
    private int most = Integer.MAX_VALUE;
    private boolean busy;

    /** The message that is next about a subject. */
    private record Head(Instant readyAt, long number, String subject) {}

    RecipientQueue(Backoff backoff) {
        this.backoff = backoff;
    }

    /** Adds what is to be sent, behind all others about its subject. */
    void add(Entry entry) {
        entry.queued = true;
        entry.failures = 0;
        entry.readyAt = entry.delivery.notBefore();
        if (entry.delivery.digest()) {
            digest.add(entry);
            return;
        }
        String subject = entry.delivery.subjectId();
        Deque<Entry> line = bySubject.computeIfAbsent(subject, key -> new ArrayDeque<>());
        line.addLast(entry);
        if (line.size() == 1) {
            putHead(subject, entry);
        }
    }

    /** Takes out what need not be sent any more. */
    void remove(Entry entry) {
        entry.queued = false;
        if (digest.remove(entry)) {
            return;
        }
        String subject = entry.delivery.subjectId();
        Deque<Entry> line = bySubject.get(subject);
        if (line == null) {
            return;
        }
        boolean isFirst = line.peekFirst() == entry;
        line.remove(entry);
        if (isFirst) {
            heads.remove(headOf.remove(subject));
            if (!line.isEmpty()) {
                putHead(subject, line.peekFirst());
            }
        }
        if (line.isEmpty()) {
            bySubject.remove(subject);
        }
    }

    /**
     * What may be sent now: one message, or all of a digest, of which the caller may send a part.
     * Nothing more is given out until {@link #done}.
     */
    Optional<List<Entry>> take(Instant now) {
        if (busy || now.isBefore(pausedUntil)) {
            return Optional.empty();
        }
        List<Entry> together =
                now.isBefore(digestReadyAt)
                        ? List.of()
                        : digest.stream().filter(entry -> !now.isBefore(entry.readyAt)).toList();
        if (together.isEmpty()) {
            if (heads.isEmpty() || now.isBefore(heads.first().readyAt())) {
                return Optional.empty();
            }
            together = List.of(bySubject.get(heads.first().subject()).peekFirst());
        }
        busy = true;
        return Optional.of(together);
    }

    /** Of how many the next message may tell. */
    int most() {
        return most;
    }

    /** Whether {@link #take} would give something. */
    boolean isDue(Instant now) {
        return !busy
                && !now.isBefore(pausedUntil)
                && (!heads.isEmpty() && !now.isBefore(heads.first().readyAt())
                        || !now.isBefore(digestReadyAt)
                                && digest.stream().anyMatch(one -> !now.isBefore(one.readyAt)));
    }

    /** Sets the pauses after an attempt. Entries that are through are taken out by the caller. */
    void done(List<Entry> attempted, SendResult result, Instant now) {
        busy = false;
        if (!(result instanceof SendResult.Failed failed)) {
            // Whoever refuses is there.
            failures = 0;
            digestFailures = 0;
            boolean refused = result instanceof SendResult.Refused;
            if (refused && attempted.size() > 1) {
                most = attempted.size() / 2;
            } else if (!refused && most < Integer.MAX_VALUE / 2) {
                most *= 2;
            }
            return;
        }
        failures++;
        pausedUntil = now.plus(longer(backoff.pause(failures), failed.retryAfter()));
        if (attempted.stream().anyMatch(digest::contains)) {
            digestFailures++;
            digestReadyAt = now.plus(backoff.pause(digestFailures));
        }
        for (Entry entry : attempted) {
            entry.failures++;
            if (entry.queued && !entry.delivery.digest()) {
                entry.readyAt = now.plus(backoff.pause(entry.failures));
                String subject = entry.delivery.subjectId();
                heads.remove(headOf.get(subject));
                putHead(subject, entry);
            }
        }
    }

    int size() {
        return bySubject.values().stream().mapToInt(Deque::size).sum() + digest.size();
    }

    private void putHead(String subject, Entry entry) {
        Head head = new Head(entry.readyAt, numbers++, subject);
        heads.add(head);
        headOf.put(subject, head);
    }

    private static Duration longer(Duration pause, Duration asked) {
        if (asked == null || asked.compareTo(pause) < 0) {
            return pause;
        }
        return asked.compareTo(NotifierSettings.LONGEST_RETRY_AFTER) < 0
                ? asked
                : NotifierSettings.LONGEST_RETRY_AFTER;
    }
}
