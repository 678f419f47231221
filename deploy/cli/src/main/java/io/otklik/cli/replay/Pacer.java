package io.otklik.cli.replay;

import java.time.Duration;
import java.time.Instant;

/**
 * Lets event time pass a number of times faster than the wall's. Payloads older than one that was
 * sent already do not wait.
 */
final class Pacer {

    private final double speed;
    private Instant firstEvent;
    private long firstNanos;

    /**
     * @param speed seconds of event time a second; infinite: as fast as it goes
     */
    Pacer(double speed) {
        this.speed = speed;
    }

    /** Reads {@code max} or a number above zero. */
    static double parse(String text) {
        if (text.equals("max")) {
            return Double.POSITIVE_INFINITY;
        }
        double speed = Double.parseDouble(text);
        if (!(speed > 0)) {
            throw new NumberFormatException(text);
        }
        return speed;
    }

    /** How long a payload of that time has yet to wait. */
    Duration untilDue(Instant event, long nanoTime) {
        if (Double.isInfinite(speed)) {
            return Duration.ZERO;
        }
        if (firstEvent == null) {
            firstEvent = event;
            firstNanos = nanoTime;
        }
        double due = Duration.between(firstEvent, event).toMillis() * 1e6 / speed;
        long wait = (long) due - (nanoTime - firstNanos);
        return wait <= 0 ? Duration.ZERO : Duration.ofNanos(wait);
    }
}
