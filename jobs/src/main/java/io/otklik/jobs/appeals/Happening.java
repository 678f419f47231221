package io.otklik.jobs.appeals;

import io.otklik.schemas.AppealEventType;
import io.otklik.schemas.Outcome;
import io.otklik.schemas.SlaMetric;

import java.time.Instant;

/**
 * One event of an appeal's course.
 *
 * @param cause id of the message that made it happen; of a deadline the appeal's own
 * @param metric null: about no term
 * @param level of an escalation, else 0
 * @param dueAt end of the term that it is about; null if none
 */
record Happening(
        AppealEventType type,
        String cause,
        Instant at,
        SlaMetric metric,
        int level,
        Instant dueAt,
        String agencyId,
        Outcome outcome,
        Instant promisedUntil,
        String reason) {}
