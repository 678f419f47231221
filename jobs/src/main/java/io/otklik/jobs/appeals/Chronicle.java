package io.otklik.jobs.appeals;

import io.otklik.schemas.AppealEventType;
import io.otklik.schemas.SlaMetric;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What happened to one appeal, in the order in which it was told; each by who owed it then. */
final class Chronicle {

    /** Of a term whose end lies in a year of which the calendar knows no holidays. */
    private static final String CALENDAR_ASSUMED = "calendar-assumed";

    private final String appealId;
    private final Owner owner;
    private final List<Happening> happenings = new ArrayList<>();

    Chronicle(String appealId, Owner owner) {
        this.appealId = appealId;
        this.owner = owner;
    }

    List<Happening> happenings() {
        return happenings;
    }

    /** Something that a message did. */
    void tell(AppealEventType type, String cause, Instant at, Instant dueAt, String reason) {
        happenings.add(
                new Happening(
                        type, cause, at, null, 0, dueAt, owner.agencyId(), null, null, reason));
    }

    /** A term that runs from now on. */
    void tell(RunningTerm term, Instant at) {
        String reason = term.deadline().calendarAssumed() ? CALENDAR_ASSUMED : null;
        tell(AppealEventType.SLA_APPLIED, term.metric(), 0, at, term.deadline().dueAt(), reason);
    }

    /** Something that a clock did. */
    void tell(
            AppealEventType type,
            SlaMetric metric,
            int level,
            Instant at,
            Instant dueAt,
            String reason) {
        happenings.add(
                new Happening(
                        type,
                        appealId,
                        at,
                        metric,
                        level,
                        dueAt,
                        owner.agencyId(),
                        null,
                        null,
                        reason));
    }

    /**
     * An official answer.
     *
     * @param awaited the term that it was awaited in; null if none ran
     */
    void tell(AppealEventType type, String cause, Instant at, RunningTerm awaited, Reply reply) {
        happenings.add(
                new Happening(
                        type,
                        cause,
                        at,
                        awaited == null ? null : awaited.metric(),
                        0,
                        awaited == null ? null : awaited.deadline().dueAt(),
                        owner.agencyId(),
                        reply.outcome(),
                        reply.promisedUntil(),
                        reply.reason()));
    }
}
