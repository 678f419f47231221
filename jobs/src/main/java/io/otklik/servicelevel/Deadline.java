package io.otklik.servicelevel;

import io.otklik.schemas.SlaMetric;
import io.otklik.schemas.SlaUnit;
import io.otklik.schemas.Urgency;

import java.time.Instant;
import java.util.List;

/**
 * When one term of one appeal warns, ends and escalates, and by which versions that was computed.
 *
 * @param startedAt when its clock started
 * @param dueAt last instant that is in time; null while the clock stands still with time left
 * @param warnAt when the warning is due, never before the start; null: never, or not while the
 *     clock stands still
 * @param escalateAt when level 1, 2, … is told; empty while there is no {@code dueAt}
 * @param pausedMillis how much time of the unit the clock stood still before it was due
 * @param calendarAssumed whether working time was used of years whose moved days are not known
 */
public record Deadline(
        SlaMetric metric,
        Urgency urgency,
        SlaUnit unit,
        Instant startedAt,
        Instant dueAt,
        Instant warnAt,
        List<Instant> escalateAt,
        long pausedMillis,
        String policyId,
        int policyVersion,
        String calendarId,
        int calendarVersion,
        boolean calendarAssumed) {

    /** Whether something that happens then, or has not happened yet then, is too late. */
    public boolean isMissedAt(Instant instant) {
        return dueAt != null && instant.isAfter(dueAt);
    }
}
