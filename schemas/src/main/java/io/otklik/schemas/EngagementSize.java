package io.otklik.schemas;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Lengths of the windows that engagement is computed for. */
public enum EngagementSize {
    /** A minute of UTC. */
    MINUTE,
    /** Fifteen minutes of UTC. Days of every time zone on Earth are made of them. */
    QUARTER_HOUR,
    /** An hour of UTC. */
    HOUR,
    /** A day of the page's time zone: 23 or 25 hours where clocks change. */
    DAY;

    private static final long MINUTE_MILLIS = 60_000L;
    private static final long QUARTER_MILLIS = 15 * MINUTE_MILLIS;
    private static final long HOUR_MILLIS = 60 * MINUTE_MILLIS;

    /** The zone that the windows follow: a page's for days, UTC for what is shorter. */
    public ZoneId zone(ZoneId page) {
        return this == DAY ? page : ZoneOffset.UTC;
    }

    /** Start of the window that an instant lies in, epoch milliseconds. */
    public long start(long at, ZoneId zone) {
        return switch (this) {
            case MINUTE -> Math.floorDiv(at, MINUTE_MILLIS) * MINUTE_MILLIS;
            case QUARTER_HOUR -> Math.floorDiv(at, QUARTER_MILLIS) * QUARTER_MILLIS;
            case HOUR -> Math.floorDiv(at, HOUR_MILLIS) * HOUR_MILLIS;
            case DAY -> WindowSize.DAY.start(Instant.ofEpochMilli(at), zone).toEpochMilli();
        };
    }

    /** End of the window that starts then; it belongs to the next window. */
    public long end(long start, ZoneId zone) {
        return switch (this) {
            case MINUTE -> start + MINUTE_MILLIS;
            case QUARTER_HOUR -> start + QUARTER_MILLIS;
            case HOUR -> start + HOUR_MILLIS;
            case DAY -> WindowSize.DAY.end(Instant.ofEpochMilli(start), zone).toEpochMilli();
        };
    }
}
