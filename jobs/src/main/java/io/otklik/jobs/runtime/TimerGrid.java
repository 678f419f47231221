package io.otklik.jobs.runtime;

/** Instants at which timers fire for many at once. */
public final class TimerGrid {

    private TimerGrid() {}

    /** The first multiple of a step behind an instant. */
    public static long nextMultiple(long after, long step) {
        return (Math.floorDiv(after, step) + 1) * step;
    }
}
