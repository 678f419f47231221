package io.otklik.jobs.engagement;

/**
 * Running totals at a moment.
 *
 * @param at epoch milliseconds
 * @param totals views, likes, reposts, comments; {@link CounterSeries#ABSENT} where not told
 * @param changes of each, by single events after the snapshot before and up to this one
 */
public record Snapshot(long at, long[] totals, long[] changes) {}
