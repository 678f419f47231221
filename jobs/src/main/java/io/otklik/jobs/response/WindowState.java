package io.otklik.jobs.response;

/**
 * One window of a slice, as state.
 *
 * @param version of the row that was emitted last while it was at hand; 0 before
 * @param createdAt processing time, epoch milliseconds, when it came to hand: of the first fact, or
 *     of the change for which it was taken out again
 * @param changedAt of the latest
 * @param changed whether the row is yet to be emitted
 */
public record WindowState(
        WindowSum sum, long version, long createdAt, long changedAt, boolean changed) {

    /** One that comes to hand, with what was counted in it before. */
    static WindowState created(WindowSum sum, long nowMillis) {
        return new WindowState(sum, 0, nowMillis, nowMillis, false);
    }

    WindowState plus(WindowSum difference, long nowMillis) {
        return new WindowState(sum.plus(difference), version, createdAt, nowMillis, true);
    }

    WindowState emittedAs(long newVersion) {
        return new WindowState(sum, newVersion, createdAt, changedAt, false);
    }
}
