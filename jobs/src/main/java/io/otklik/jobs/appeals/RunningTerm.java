package io.otklik.jobs.appeals;

import io.otklik.schemas.AlertKind;
import io.otklik.schemas.AppealEventType;
import io.otklik.schemas.SlaMetric;
import io.otklik.servicelevel.Deadline;

import java.time.Instant;

/**
 * A term that runs: what it has told already, and what it tells next. A term that starts again
 * after its end, because an answer was deleted, tells at once what it would have told.
 */
final class RunningTerm {

    private final Instant armedAt;

    /** Before that it did not tell what it tells now. */
    private Instant silentUntil;

    private Deadline deadline;
    private boolean warned;
    private boolean breached;
    private int level;

    /**
     * @param armedAt from when on it can tell something
     */
    RunningTerm(Deadline deadline, Instant armedAt) {
        this.deadline = deadline;
        this.armedAt = armedAt;
        this.silentUntil = armedAt;
    }

    SlaMetric metric() {
        return deadline.metric();
    }

    Deadline deadline() {
        return deadline;
    }

    boolean breached() {
        return breached;
    }

    /**
     * A pause that began or ended then moved its end; one that has passed stays. A clock that was
     * stopped at the very instant of a warning warns when it goes on.
     */
    void move(Deadline moved, Instant at) {
        if (!breached) {
            deadline = moved;
            silentUntil = at.isAfter(silentUntil) ? at : silentUntil;
        }
    }

    /** When it tells something next; null: never, or not while the clock stands still. */
    Instant next() {
        if (deadline.dueAt() == null) {
            return null;
        }
        if (breached) {
            return level < deadline.escalateAt().size()
                    ? notBefore(deadline.escalateAt().get(level))
                    : null;
        }
        boolean warns = !warned && deadline.warnAt() != null && armedAt.isBefore(deadline.dueAt());
        return notBefore(warns ? deadline.warnAt() : deadline.dueAt());
    }

    /** Tells what {@link #next()} is the time of. */
    Told tell() {
        Instant at = next();
        boolean warns =
                !breached
                        && !warned
                        && deadline.warnAt() != null
                        && armedAt.isBefore(deadline.dueAt());
        if (warns) {
            warned = true;
            return new Told(AppealEventType.WARNED, AlertKind.DUE_SOON, 0, at);
        }
        if (!breached) {
            breached = true;
            return new Told(AppealEventType.BREACHED, AlertKind.OVERDUE, 0, at);
        }
        level++;
        return new Told(AppealEventType.ESCALATED, AlertKind.ESCALATION, level, at);
    }

    private Instant notBefore(Instant at) {
        return at.isBefore(silentUntil) ? silentUntil : at;
    }

    /** What a term tells. */
    record Told(AppealEventType event, AlertKind alert, int level, Instant at) {}
}
