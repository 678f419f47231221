package io.otklik.grafana.query;

import java.time.Duration;
import java.time.Instant;

/**
 * The time that a reader chose, and the bucket that Grafana makes of it.
 *
 * @param interval length of a bucket
 */
public record TimeRange(Instant from, Instant to, Duration interval) {

    /** Points that Grafana asks of a panel as wide as half a screen. */
    private static final int POINTS = 800;

    /** As a panel with {@code least} as its smallest bucket sees it. */
    public static TimeRange of(Instant from, Instant to, Duration least) {
        Duration even = Duration.between(from, to).dividedBy(POINTS);
        return new TimeRange(from, to, even.compareTo(least) > 0 ? even : least);
    }

    /** {@code now-7d}, {@code now-24h}, {@code now}: what the dashboards here say. */
    public static Instant moment(String relative, Instant now) {
        if (relative.equals("now")) {
            return now;
        }
        if (!relative.startsWith("now-")) {
            throw new IllegalArgumentException("Not a time that this test reads: " + relative);
        }
        return now.minus(duration(relative.substring("now-".length())));
    }

    /** {@code 5m}, {@code 1h}, {@code 7d}. */
    public static Duration duration(String text) {
        long number = Long.parseLong(text.substring(0, text.length() - 1));
        return switch (text.charAt(text.length() - 1)) {
            case 's' -> Duration.ofSeconds(number);
            case 'm' -> Duration.ofMinutes(number);
            case 'h' -> Duration.ofHours(number);
            case 'd' -> Duration.ofDays(number);
            default -> throw new IllegalArgumentException("Not a duration: " + text);
        };
    }
}
