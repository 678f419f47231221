package io.otklik.jobs.appeals;

import io.otklik.schemas.AlertKind;
import io.otklik.schemas.AppealEventType;
import io.otklik.schemas.SlaMetric;
import io.otklik.schemas.Urgency;
import io.otklik.servicelevel.Deadline;
import io.otklik.servicelevel.Deadlines;
import io.otklik.servicelevel.Pause;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The terms of one appeal: which of them run, the pauses that stop them, what they told of
 * themselves and the alerts that came of it.
 */
final class RunningTerms {

    private static final Set<SlaMetric> FINAL =
            EnumSet.of(SlaMetric.FINAL_ANSWER, SlaMetric.FINAL_AFTER_INTERIM);

    private final Deadlines policy;
    private final Urgency urgency;
    private final Chronicle chronicle;
    private final Map<SlaMetric, RunningTerm> running = new EnumMap<>(SlaMetric.class);
    private final Map<String, Alarm> alarms = new LinkedHashMap<>();

    /** When the first term of each metric began: later ones have alerts of their own. */
    private final Map<SlaMetric, Instant> firstTerms = new EnumMap<>(SlaMetric.class);

    private final List<Pause> pauses = new ArrayList<>();
    private final Set<SlaMetric> overdue = EnumSet.noneOf(SlaMetric.class);
    private Instant pausedAt;
    private Instant lastFinalDueAt;
    private Instant firstBreachedAt;
    private Instant finalBreachedAt;
    private int level;

    RunningTerms(Deadlines policy, Urgency urgency, Chronicle chronicle) {
        this.policy = policy;
        this.urgency = urgency;
        this.chronicle = chronicle;
    }

    /** When a term tells something next; null if none tells more by itself. */
    Instant next() {
        Instant next = null;
        for (RunningTerm term : running.values()) {
            Instant at = term.next();
            next = next == null || at != null && at.isBefore(next) ? at : next;
        }
        return next;
    }

    /** Tells what {@link #next()} is the time of. */
    void tellNext() {
        Instant at = next();
        for (RunningTerm term : running.values()) {
            if (at.equals(term.next())) {
                tell(term, term.tell());
                return;
            }
        }
    }

    private void tell(RunningTerm term, RunningTerm.Told told) {
        SlaMetric metric = term.metric();
        Instant dueAt = term.deadline().dueAt();
        chronicle.tell(told.event(), metric, told.level(), told.at(), dueAt, null);
        if (told.event() == AppealEventType.BREACHED) {
            overdue.add(metric);
            if (metric == SlaMetric.FIRST_RESPONSE) {
                firstBreachedAt = firstBreachedAt == null ? told.at() : firstBreachedAt;
            } else if (metric != SlaMetric.TRIAGE) {
                finalBreachedAt = finalBreachedAt == null ? told.at() : finalBreachedAt;
            }
            Alarm soon = alarms.get(key(AlertKind.DUE_SOON, term, 0));
            if (soon != null) {
                soon.clear(told.at(), false);
            }
        }
        level = Math.max(level, told.level());
        alarms.put(
                key(told.alert(), term, told.level()),
                new Alarm(told.alert(), metric, told.level(), later(term), dueAt, told.at()));
    }

    /**
     * Starts a term, if the policy sets one.
     *
     * @param armedAt from when on it can tell something
     */
    void start(SlaMetric metric, Instant from, Instant armedAt) {
        // Questions stop the clock of the answer on the merits, not that of the first response.
        List<Pause> stops = FINAL.contains(metric) ? pausesNow() : List.of();
        Deadline deadline = policy.deadline(metric, urgency, from, stops);
        if (deadline == null) {
            return;
        }
        RunningTerm term = new RunningTerm(deadline, armedAt);
        running.put(metric, term);
        firstTerms.putIfAbsent(metric, deadline.startedAt());
        chronicle.tell(term, armedAt);
    }

    /** What it ran for has come. */
    void fulfil(SlaMetric metric, Instant at) {
        end(metric, at, true);
    }

    /** What it ran for has come: the answer on the merits. */
    void fulfilFinal(Instant at) {
        FINAL.forEach(metric -> fulfil(metric, at));
    }

    /** What they ran for is owed no more. */
    void stopAll(Instant at) {
        for (SlaMetric metric : SlaMetric.values()) {
            end(metric, at, false);
        }
    }

    private void end(SlaMetric metric, Instant at, boolean answered) {
        RunningTerm ended = running.remove(metric);
        if (ended == null) {
            return;
        }
        lastFinalDueAt = FINAL.contains(metric) ? ended.deadline().dueAt() : lastFinalDueAt;
        for (Alarm alarm : alarms.values()) {
            if (alarm.metric() == metric) {
                alarm.clear(at, answered);
            }
        }
    }

    /**
     * The term in which the answer on the merits is owed is this one from now on.
     *
     * @param from when it starts; one of that start that runs already goes on
     */
    void oweFinal(SlaMetric metric, Instant from, Instant at) {
        RunningTerm now = running.get(metric);
        if (now == null || !now.deadline().startedAt().equals(from)) {
            FINAL.forEach(other -> end(other, at, false));
            start(metric, from, at);
        }
    }

    /** What is owed after an interim answer; where the policy sets no term for it, as before. */
    SlaMetric afterInterim() {
        return policy.has(SlaMetric.FINAL_AFTER_INTERIM, urgency)
                ? SlaMetric.FINAL_AFTER_INTERIM
                : SlaMetric.FINAL_ANSWER;
    }

    /** Null if it does not run. */
    RunningTerm firstResponse() {
        return running.get(SlaMetric.FIRST_RESPONSE);
    }

    /** The term of the answer on the merits; null if none runs. */
    RunningTerm finalAnswer() {
        RunningTerm interim = running.get(SlaMetric.FINAL_AFTER_INTERIM);
        return interim == null ? running.get(SlaMetric.FINAL_ANSWER) : interim;
    }

    /** Stops the clocks of the answer on the merits. */
    void pause(Instant at) {
        pausedAt = at;
        move(at);
    }

    /** Lets them go on. */
    void goOn(Instant at) {
        pauses.add(new Pause(pausedAt, at));
        pausedAt = null;
        move(at);
    }

    private void move(Instant at) {
        for (SlaMetric metric : FINAL) {
            RunningTerm term = running.get(metric);
            if (term != null) {
                Instant from = term.deadline().startedAt();
                term.move(policy.deadline(metric, urgency, from, pausesNow()), at);
            }
        }
    }

    /** Until when the clocks stand still for a question that was asked then; null: for ever. */
    Instant patience(Instant askedAt) {
        Deadline patience = policy.deadline(SlaMetric.CLARIFICATION, urgency, askedAt);
        return patience == null ? null : patience.dueAt();
    }

    long worked(Instant from, Instant to) {
        return policy.worked(from, to, pausesNow()).toMillis();
    }

    private List<Pause> pausesNow() {
        if (pausedAt == null) {
            return pauses;
        }
        List<Pause> now = new ArrayList<>(pauses);
        now.add(new Pause(pausedAt, null));
        return now;
    }

    /** See {@link Alarm#term}. */
    private long later(RunningTerm term) {
        Instant start = term.deadline().startedAt();
        return start.equals(firstTerms.get(term.metric())) ? 0 : start.toEpochMilli();
    }

    private String key(AlertKind kind, RunningTerm term, int level) {
        return kind.name() + term.metric() + level + '@' + later(term);
    }

    Collection<Alarm> alarms() {
        return alarms.values();
    }

    /** The metrics of which a term was missed. */
    Set<SlaMetric> overdue() {
        return overdue;
    }

    /** The highest level of escalation. */
    int level() {
        return level;
    }

    Instant firstBreachedAt() {
        return firstBreachedAt;
    }

    Instant finalBreachedAt() {
        return finalBreachedAt;
    }

    /** By when the answer on the merits is, or was last, due. */
    Instant finalDueAt() {
        RunningTerm term = finalAnswer();
        return term == null ? lastFinalDueAt : term.deadline().dueAt();
    }

    /** End of the first response's term that starts then, also if it was met; null: none is set. */
    Instant firstResponseDueAt(Instant clockStart) {
        Deadline deadline = policy.deadline(SlaMetric.FIRST_RESPONSE, urgency, clockStart);
        return deadline == null ? null : deadline.dueAt();
    }
}
