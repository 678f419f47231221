package io.otklik.jobs.engagement;

/**
 * One window, as state.
 *
 * @param version of the row that was emitted last; 0 before the first
 * @param createdAt processing time, epoch milliseconds, of the first fact
 */
public record WindowState(WindowSum sum, long version, long createdAt) {

    WindowState withSum(WindowSum newSum) {
        return new WindowState(newSum, version, createdAt);
    }

    WindowState emittedAs(long newVersion) {
        return new WindowState(sum, newVersion, createdAt);
    }
}
