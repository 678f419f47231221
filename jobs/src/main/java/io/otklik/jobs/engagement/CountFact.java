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
        boolean single = counter.kind() == CounterKind.CHANGE;
        return new CountFact(
                single ? Hashes.of(counter.messageId() + '|' + counter.eventId()) : 0,
                counter.observedAt().toEpochMilli(),
                CounterSeries.figures(counter, single ? 0 : CounterSeries.ABSENT));
    }

    boolean isSingle() {
        return event != 0;
    }
}
