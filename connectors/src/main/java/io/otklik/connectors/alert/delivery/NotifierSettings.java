package io.otklik.connectors.alert.delivery;

import java.time.Duration;

/**
 * How alerts are delivered.
 *
 * @param maxAge how old an alert may be to be sent, and for how long a message is tried
 * @param firstPause after a failure
 * @param longestPause between two attempts, unless the other side asks for more
 */
public record NotifierSettings(Duration maxAge, Duration firstPause, Duration longestPause) {

    /** Longest that the other side may ask to be left alone. */
    static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(1);

    public NotifierSettings {
        if (maxAge.isNegative() || maxAge.isZero()) {
            throw new IllegalArgumentException("maxAge is not positive");
        }
    }

    /** Pauses from one second to five minutes. */
    public static NotifierSettings of(Duration maxAge) {
        return new NotifierSettings(maxAge, Duration.ofSeconds(1), Duration.ofMinutes(5));
    }

    /** How long what is over is remembered, so that a replay does not send it again. */
    Duration keepOver() {
        Duration twice = maxAge.multipliedBy(2);
        return twice.compareTo(KEEP_OVER) > 0 ? twice : KEEP_OVER;
    }

    /** How long it is remembered that an alert was sent that nobody clears. */
    Duration keepStanding() {
        Duration over = keepOver();
        return over.compareTo(KEEP_STANDING) > 0 ? over : KEEP_STANDING;
    }

    private static final Duration KEEP_OVER = Duration.ofDays(30);
    private static final Duration KEEP_STANDING = Duration.ofDays(180);
}
