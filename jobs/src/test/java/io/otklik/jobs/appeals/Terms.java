package io.otklik.jobs.appeals;

import io.otklik.schemas.ClockStart;
import io.otklik.schemas.SlaMetric;
import io.otklik.schemas.SlaPolicy;
import io.otklik.schemas.SlaTarget;
import io.otklik.schemas.SlaUnit;
import io.otklik.schemas.Urgency;

import java.time.Instant;
import java.util.List;

/** Policies for tests. */
final class Terms {

    private Terms() {}

    /**
     * In minutes round the clock: first response 60 (warned 20 before, escalated after 30 and 60),
     * final 240 (warned 60 before, escalated after 120), 180 after an interim answer, 90 for a
     * reply to a question; first response of what is urgent 30.
     */
    static SlaPolicy minutes(String id, int version, Instant from, Instant to) {
        return policy(
                id,
                version,
                from,
                to,
                List.of(
                        target(SlaMetric.FIRST_RESPONSE, Urgency.NORMAL, 60, 20, 30, 60),
                        target(SlaMetric.FIRST_RESPONSE, Urgency.HIGH, 30, 10),
                        target(SlaMetric.FINAL_ANSWER, Urgency.NORMAL, 240, 60, 120),
                        target(SlaMetric.FINAL_AFTER_INTERIM, Urgency.NORMAL, 180, 60, 120),
                        target(SlaMetric.CLARIFICATION, Urgency.NORMAL, 90, 0)));
    }

    /** One first-response term, in minutes round the clock. */
    static SlaPolicy first(String id, int version, int minutes) {
        return policy(
                id,
                version,
                null,
                null,
                List.of(target(SlaMetric.FIRST_RESPONSE, Urgency.NORMAL, minutes, 0)));
    }

    /** One first-response term in working hours. */
    static SlaPolicy working(String id, String hours, Instant from) {
        return policy(
                id,
                1,
                from,
                null,
                List.of(
                        new SlaTarget(
                                SlaMetric.FIRST_RESPONSE,
                                Urgency.NORMAL,
                                SlaUnit.WORKING,
                                hours,
                                null,
                                List.of())));
    }

    /** First response 60 minutes after the gateway saw the appeal. */
    static SlaPolicy fromDetection(String id) {
        return policy(
                id,
                1,
                null,
                null,
                ClockStart.DETECTED,
                List.of(target(SlaMetric.FIRST_RESPONSE, Urgency.NORMAL, 60, 20)));
    }

    static SlaPolicy policy(
            String id, int version, Instant from, Instant to, List<SlaTarget> targets) {
        return policy(id, version, from, to, ClockStart.PUBLISHED, targets);
    }

    private static SlaPolicy policy(
            String id,
            int version,
            Instant from,
            Instant to,
            ClockStart clockStart,
            List<SlaTarget> targets) {
        return new SlaPolicy(
                id,
                version,
                null,
                null,
                null,
                "city",
                from,
                to,
                null,
                clockStart,
                "ru",
                targets,
                null,
                List.of(),
                Instant.EPOCH);
    }

    static SlaTarget target(
            SlaMetric metric, Urgency urgency, int minutes, int warn, int... escalate) {
        return new SlaTarget(
                metric,
                urgency,
                SlaUnit.CALENDAR,
                "PT" + minutes + "M",
                warn == 0 ? null : "PT" + warn + "M",
                java.util.Arrays.stream(escalate).mapToObj(m -> "PT" + m + "M").toList());
    }
}
