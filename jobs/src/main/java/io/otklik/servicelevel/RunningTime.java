package io.otklik.servicelevel;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The time since an instant in which a clock runs: all but the pauses. Pauses may come in any order
 * and overlap.
 */
final class RunningTime {

    private static final long NEVER = Long.MAX_VALUE;

    private final Clock clock;
    private final long start;

    /** Pauses after the start, apart and in order: begin, end, begin, end, … */
    private final long[] pauses;

    private RunningTime(Clock clock, long start, long[] pauses) {
        this.clock = clock;
        this.start = start;
        this.pauses = pauses;
    }

    static RunningTime since(Instant start, List<Pause> pauses, Clock clock) {
        long from = start.toEpochMilli();
        return new RunningTime(clock, from, pauses.isEmpty() ? new long[0] : apart(from, pauses));
    }

    private static long[] apart(long start, List<Pause> pauses) {
        long[] bounds = new long[pauses.size() * 2];
        int size = 0;
        for (Pause pause : pauses.stream().sorted(Comparator.comparing(Pause::from)).toList()) {
            long from = Math.max(start, pause.from().toEpochMilli());
            long to = pause.to() == null ? NEVER : pause.to().toEpochMilli();
            if (to <= from) {
                continue;
            }
            if (size > 0 && bounds[size - 1] >= from) {
                bounds[size - 1] = Math.max(bounds[size - 1], to);
            } else {
                bounds[size++] = from;
                bounds[size++] = to;
            }
        }
        return Arrays.copyOf(bounds, size);
    }

    /** The first instant at which that much has run; {@link Long#MAX_VALUE} if it never will. */
    long earliest(long amount) {
        long from = start;
        long left = amount;
        for (int i = 0; i < pauses.length; i += 2) {
            long end = clock.earliest(from, left);
            if (end <= pauses[i]) {
                return end;
            }
            left -= clock.between(from, pauses[i]);
            if (pauses[i + 1] == NEVER) {
                return NEVER;
            }
            from = pauses[i + 1];
        }
        return clock.earliest(from, left);
    }

    /** The last instant at which no more than that has run; {@link Long#MAX_VALUE} if none is. */
    long latest(long amount) {
        long from = start;
        long left = amount;
        for (int i = 0; i < pauses.length; i += 2) {
            long end = clock.latest(from, left);
            if (end < pauses[i]) {
                return end;
            }
            left -= clock.between(from, pauses[i]);
            if (pauses[i + 1] == NEVER) {
                return NEVER;
            }
            from = pauses[i + 1];
        }
        return clock.latest(from, left);
    }

    /** How much has run by an instant. */
    long until(long instant) {
        return clock.between(start, instant) - pausedUntil(instant);
    }

    /** How much was paused by an instant. */
    long pausedUntil(long instant) {
        long paused = 0;
        for (int i = 0; i < pauses.length && pauses[i] < instant; i += 2) {
            paused += clock.between(pauses[i], Math.min(pauses[i + 1], instant));
        }
        return paused;
    }
}
