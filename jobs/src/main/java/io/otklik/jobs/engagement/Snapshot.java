package io.otklik.jobs.engagement;

/**
 * Running totals at a moment.
 *
 * @param at epoch milliseconds
 * @param totals views, likes, reposts, comments; {@link CounterSeries#ABSENT} where not told
 * @param changes of each, by single events after the snapshot before and up to this one
 */
public record Snapshot(long at, long[] totals, long[] changes) {

    /** The next snapshot, with what only this one tells, and the changes before both. */
    Snapshot into(Snapshot next) {
        long[] merged = next.totals.clone();
        for (int i = 0; i < merged.length; i++) {
            merged[i] = merged[i] == CounterSeries.ABSENT ? totals[i] : merged[i];
        }
        long[] both = changes.clone();
        Figure.add(both, next.changes);
        return new Snapshot(next.at, merged, both);
    }
}
