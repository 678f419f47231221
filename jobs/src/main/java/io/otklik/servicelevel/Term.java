package io.otklik.servicelevel;

import io.otklik.schemas.SlaTarget;

import java.time.Duration;

/**
 * A duration of a policy, read once.
 *
 * @param days whole days; 0 if it is a span
 * @param millis the span; 0 if it is days
 */
record Term(int days, long millis) {

    /** Reads {@code PT9H} or {@code P7D}, as {@link SlaTarget} admits them. */
    static Term parse(String iso) {
        return iso.startsWith("PT")
                ? new Term(0, Duration.parse(iso).toMillis())
                : new Term(Integer.parseInt(iso, 1, iso.length() - 1, 10), 0);
    }

    /** When it has passed since an instant. */
    long after(long instant, Clock clock) {
        return days > 0 ? clock.daysAfter(instant, days) : clock.earliest(instant, millis);
    }

    /** When it has yet to pass until an instant. */
    long before(long instant, Clock clock) {
        return days > 0 ? clock.daysBefore(instant, days) : clock.before(instant, millis);
    }
}
