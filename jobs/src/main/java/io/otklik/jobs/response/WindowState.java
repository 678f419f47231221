package io.otklik.jobs.response;

/**
 * One window of a slice, as state.
 *
 * @param version of the row that was emitted last; 0 before the first
 * @param createdAt processing time, epoch milliseconds, of the first fact
 * @param changedAt of the latest
 * @param changed whether the row is yet to be emitted
 */
public record WindowState(
        WindowSum sum, long version, long createdAt, long changedAt, boolean changed) {

    static WindowState created(long nowMillis) {
        return new WindowState(WindowSum.ZERO, 0, nowMillis, nowMillis, false);
    }

    WindowState plus(WindowSum difference, long nowMillis) {
        return new WindowState(sum.plus(difference), version, createdAt, nowMillis, true);
    }

    WindowState emittedAs(long newVersion) {
        return new WindowState(sum, newVersion, createdAt, changedAt, false);
    }
}
