package io.otklik.jobs.misinformation;

import org.apache.flink.streaming.api.TimerService;

import java.io.Serializable;
import java.time.Duration;

/**
 * When what is known of a text goes: a time to live after it was last published, by event time.
 * What is that old by its own time counts as gone at once, whether or not its timer has fired: a
 * replay gives the same stories however far the watermark lags.
 *
 * <p>A text that is older than the watermark already (a replay of last month beside live traffic)
 * stays for an hour of event time, long enough to meet its copies.
 *
 * @param ttlMillis the time to live
 */
record Age(long ttlMillis) implements Serializable {

    private static final long GRACE_MILLIS = Duration.ofHours(1).toMillis();

    static Age of(Duration ttl) {
        return new Age(ttl.toMillis());
    }

    /** Whether a text of the later instant is no longer a copy of one of the earlier. */
    boolean apart(long one, long other) {
        return Math.abs(one - other) > ttlMillis;
    }

    /** Registers the timer at which what was last seen then may go. */
    void watch(long lastSeen, TimerService timers) {
        timers.registerEventTimeTimer(goesAt(lastSeen, timers.currentWatermark()));
    }

    /** Whether it goes now; if not, its timer is registered anew. */
    boolean gone(long lastSeen, long timestamp, TimerService timers) {
        if (lastSeen + ttlMillis <= timestamp || timers.currentWatermark() == Long.MAX_VALUE) {
            return true;
        }
        timers.registerEventTimeTimer(lastSeen + ttlMillis);
        return false;
    }

    /** When what was last seen then may go. */
    long goesAt(long lastSeen, long watermark) {
        long due = lastSeen + ttlMillis;
        return watermark == Long.MIN_VALUE || due > watermark ? due : watermark + GRACE_MILLIS;
    }
}
