package io.otklik.jobs.appeals;

import io.otklik.schemas.AppealEventType;
import io.otklik.schemas.SlaMetric;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What happened to one appeal, in the order in which it was told; each by who owed it then. */
final class Chronicle {

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

    /** Something that a clock did, or that was done to one. */
    void tell(AppealEventType type, SlaMetric metric, int level, Instant at, Instant dueAt) {
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
                        null));
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
