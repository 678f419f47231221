package io.otklik.jobs.response;

import io.otklik.schemas.WindowSize;

import java.util.Arrays;

/**
 * What job {@code response} keeps of a slice besides its windows.
 *
 * @param slice as it was called last
 * @param flushAt processing time of the timer that emits changed windows; 0 if none is set
 * @param sweepAt processing time of the timer that lets old windows go; 0 if none is set
 * @param changedAt processing time of the latest change
 * @param closedUntil by the ordinal of {@link WindowSize}: windows that ended until then and are
 *     not in state have been let go
 */
public record SliceState(
        Slice slice, long flushAt, long sweepAt, long changedAt, long[] closedUntil) {

    static SliceState of(Slice slice, long nowMillis) {
        long[] never = new long[WindowSize.values().length];
        Arrays.fill(never, Long.MIN_VALUE);
        return new SliceState(slice, 0, 0, nowMillis, never);
    }

    SliceState touched(Slice name, long nowMillis) {
        return new SliceState(name, flushAt, sweepAt, nowMillis, closedUntil);
    }

    SliceState flushedNextAt(long time) {
        return new SliceState(slice, time, sweepAt, changedAt, closedUntil);
    }

    SliceState sweptNextAt(long time) {
        return new SliceState(slice, flushAt, time, changedAt, closedUntil);
    }

    /** Nothing but what has gone: no timer is set. */
    SliceState atRest() {
        return new SliceState(slice, 0, 0, changedAt, closedUntil);
    }

    SliceState withClosed(WindowKey window) {
        long[] closed = closedUntil.clone();
        int size = window.size().ordinal();
        closed[size] = Math.max(closed[size], window.end().toEpochMilli());
        return new SliceState(slice, flushAt, sweepAt, changedAt, closed);
    }

    boolean isClosed(WindowKey window) {
        return window.end().toEpochMilli() <= closedUntil[window.size().ordinal()];
    }
}
