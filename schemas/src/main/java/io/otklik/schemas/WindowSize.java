package io.otklik.schemas;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** Lengths of the windows that figures are computed for. */
public enum WindowSize {
    /** Five minutes of UTC. */
    FIVE_MINUTES,
    /** An hour of UTC. */
    HOUR,
    /** A day of the page's time zone: 23 or 25 hours where clocks change. */
    DAY;

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final long FIVE = Duration.ofMinutes(5).toMillis();

    /** The zone that the windows follow: a page's for days, UTC for what is shorter. */
    public ZoneId zone(ZoneId page) {
        return this == DAY ? page : UTC;
    }

    /** Start of the window that an instant lies in. */
    public Instant start(Instant at, ZoneId zone) {
        return switch (this) {
            case FIVE_MINUTES ->
                    Instant.ofEpochMilli(Math.floorDiv(at.toEpochMilli(), FIVE) * FIVE);
            case HOUR -> at.truncatedTo(ChronoUnit.HOURS);
            case DAY -> at.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        };
    }

    /** End of the window that starts then; it belongs to the next window. */
    public Instant end(Instant start, ZoneId zone) {
        return switch (this) {
            case FIVE_MINUTES -> start.plusMillis(FIVE);
            case HOUR -> start.plus(1, ChronoUnit.HOURS);
            case DAY -> {
                ZonedDateTime day = start.atZone(zone);
                yield day.toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
            }
        };
    }
}
