package io.otklik.jobs.engagement;

import java.io.Serializable;
import java.time.Duration;

/**
 * When windows are emitted and when they go; all of it processing time.
 *
 * @param emitEvery how often the rows of changed windows are emitted
 * @param corrected how long a window can be changed after its end
 * @param retention how long what nothing happens to stays known
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

    /** The times of what sums pages up: their windows wait for those of the pages. */
    WindowTimes ofSlices() {
        return new WindowTimes(emitEvery, corrected.multipliedBy(2), retention.plus(corrected));
    }

    /**
     * When a window goes: in a replay, long after its end, a while after its first fact.
     *
     * @param createdAt when that came
     */
    long goesAt(WindowKey key, long createdAt) {
        return Math.max(key.end(), createdAt) + corrected.toMillis();
    }
}
