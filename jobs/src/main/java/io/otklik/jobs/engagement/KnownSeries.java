package io.otklik.jobs.engagement;

/**
 * The counters of a message in state.
 *
 * @param publishedAt of the message, for its first total; {@link CounterSeries#ABSENT} if not known
 * @param touchedAt processing time of the latest counter
 */
public record KnownSeries(CounterSeries series, long publishedAt, long touchedAt) {

    static final KnownSeries NONE =
            new KnownSeries(CounterSeries.EMPTY, CounterSeries.ABSENT, Long.MIN_VALUE);
}
