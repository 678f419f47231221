package io.otklik.jobs.runtime;

import java.time.Duration;

/**
 * How long a clock tells no time at first, while what was written before the job is yet to be read.
 *
 * @param fresh of a job that starts without state
 * @param restored of one that comes back from its state
 */
public record ClockGrace(Duration fresh, Duration restored) {

    public static final ClockGrace NONE = new ClockGrace(Duration.ZERO, Duration.ZERO);
}
