package io.otklik.jobs.engagement;

/**
 * One window, as state.
 *
 * @param changed whether its row is yet to be emitted
 * @param createdAt processing time, epoch milliseconds, of the first fact
 */
public record WindowState(WindowSum sum, boolean changed, long createdAt) {

    static WindowState createdAt(long nowMillis) {
        return new WindowState(WindowSum.ZERO, false, nowMillis);
    }

    WindowState plus(WindowSum difference) {
        return new WindowState(sum.plus(difference), true, createdAt);
    }

    WindowState emitted() {
        return new WindowState(sum, false, createdAt);
    }
}
