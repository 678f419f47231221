package io.otklik.jobs.response;

import java.io.Serializable;
import java.time.Duration;

/**
 * When windows are emitted and when they go; all of it processing time.
 *
 * @param emitEvery how often the rows of changed windows are emitted
 * @param corrected how long a window stays at hand after its end; later changes cost more
 * @param retention how long a window can be changed after its latest change
 */
record WindowTimes(Duration emitEvery, Duration corrected, Duration retention)
        implements Serializable {

    WindowTimes {
        if (emitEvery.toMillis() < 1 || corrected.isNegative()) {
            throw new IllegalArgumentException("Windows are emitted after a while, not at once.");
        }
        if (retention.compareTo(corrected) < 0) {
            throw new IllegalArgumentException(
                    "Windows are kept for %s, shorter than they can be corrected: %s."
                            .formatted(retention, corrected));
        }
    }

    /** When a window is put by if nothing happens to it until then. */
    long goesAt(WindowKey key, WindowState window) {
        if (window.sum().isUnfinished()) {
            return window.changedAt() + retention.toMillis();
        }
        return Math.max(key.end().toEpochMilli(), window.createdAt()) + corrected.toMillis();
    }
}
