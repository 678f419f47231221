package io.otklik.jobs.engagement;

import io.otklik.schemas.Counter;
import io.otklik.schemas.CounterKind;

/**
 * One counter of a message, as far as it counts.
 *
 * @param event hash of the single event; 0 of running totals
 * @param at epoch milliseconds
 * @param figures views, likes, reposts, comments; what a running total does not tell is {@link
 *     CounterSeries#ABSENT}, what an event does not change 0
 */
public record CountFact(long event, long at, long[] figures) {

    static CountFact of(Counter counter) {
        long missing = missing(counter.kind());
        return new CountFact(
                event(counter.kind(), counter.messageId(), counter.eventId()),
                counter.observedAt().toEpochMilli(),
                new long[] {
                    counter.views() == null ? missing : counter.views(),
                    counter.likes() == null ? missing : counter.likes(),
                    counter.reposts() == null ? missing : counter.reposts(),
                    counter.comments() == null ? missing : counter.comments()
                });
    }

    /** The hash of an event; 0 of running totals. */
    static long event(CounterKind kind, String messageId, String eventId) {
        return kind == CounterKind.CHANGE ? Hashes.of(messageId + '|' + eventId) : 0;
    }

    /** What stands for a figure that is not told. */
    static long missing(CounterKind kind) {
        return kind == CounterKind.CHANGE ? 0 : CounterSeries.ABSENT;
    }

    boolean isSingle() {
        return event != 0;
    }
}
