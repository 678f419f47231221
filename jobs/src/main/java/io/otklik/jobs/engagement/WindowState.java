package io.otklik.jobs.engagement;

/**
 * One window, as state.
 *
 * @param createdAt processing time, epoch milliseconds, of the first fact
 */
public record WindowState(WindowSum sum, long createdAt) {

    WindowState plus(WindowSum difference) {
        return new WindowState(sum.plus(difference), createdAt);
    }
}
