package io.otklik.jobs.engagement;

import io.otklik.schemas.EngagementSize;

import java.util.Arrays;

/**
 * What a {@link BookClock} keeps.
 *
 * @param flushAt processing time of the timer that emits changed windows; 0 if none is set
 * @param sweepAt processing time of the timer that lets old windows go; 0 if none is set
 * @param changedAt processing time of the latest change, to a minute
 * @param version of the rows that were emitted last; 0 before the first
 * @param closedUntil by the ordinal of {@link EngagementSize}: windows that ended until then and
 *     are not in state have been let go
 */
public record BookState(
        long flushAt, long sweepAt, long changedAt, long version, long[] closedUntil) {

    static BookState created() {
        long[] never = new long[EngagementSize.values().length];
        Arrays.fill(never, Long.MIN_VALUE);
        return new BookState(0, 0, 0, 0, never);
    }

    BookState flushedNextAt(long time) {
        return new BookState(time, sweepAt, changedAt, version, closedUntil);
    }

    BookState flushedAs(long newVersion) {
        return new BookState(0, sweepAt, changedAt, newVersion, closedUntil);
    }

    BookState sweptNextAt(long time) {
        return new BookState(flushAt, time, changedAt, version, closedUntil);
    }

    BookState changedAt(long time) {
        return new BookState(flushAt, sweepAt, time, version, closedUntil);
    }

    BookState withClosed(WindowKey window) {
        long[] closed = closedUntil.clone();
        int size = window.size().ordinal();
        closed[size] = Math.max(closed[size], window.end());
        return new BookState(flushAt, sweepAt, changedAt, version, closed);
    }

    boolean mayBeClosed(long start) {
        for (long until : closedUntil) {
            if (start < until) {
                return true;
            }
        }
        return false;
    }

    /** Nothing but what has gone: no timer is set. */
    BookState atRest() {
        return new BookState(0, 0, 0, version, closedUntil);
    }

    boolean isClosed(WindowKey window) {
        return window.end() <= closedUntil[window.size().ordinal()];
    }
}
