package io.otklik.jobs.appeals;

import io.otklik.language.AnswerKind;
import io.otklik.schemas.AgencyLeg;
import io.otklik.schemas.AlertKind;
import io.otklik.schemas.AppealEventType;
import io.otklik.schemas.AppealStatus;
import io.otklik.schemas.Outcome;
import io.otklik.schemas.SlaMetric;
import io.otklik.schemas.Urgency;
import io.otklik.servicelevel.Deadline;
import io.otklik.servicelevel.Deadlines;
import io.otklik.servicelevel.Pause;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The course of one appeal up to an instant: its facts in time order, and between them what the
 * clocks of its policy tell. A pure function of the facts, the policy and the instant.
 *
 * <p>A term's end is the last instant in time, so a fact of that very instant still counts. The
 * first-response term runs until any official reply that stands; the term of the final answer until
 * an answer on the merits. An interim answer ends it and starts a term of its own; a clarifying
 * question stops the clock until the resident says something, or for the time that the policy
 * allows. A fact after a term's end shows that it ended, even if the watermark is not there yet. A
 * resident who goes on after the final answer opens the appeal again with a new term; an answer
 * that is deleted opens it with the old one.
 */
final class Course {

    private static final Set<SlaMetric> FINAL_TERMS =
            EnumSet.of(SlaMetric.FINAL_ANSWER, SlaMetric.FINAL_AFTER_INTERIM);

    private final Story story;
    private final String appealId;
    private final Deadlines policy;
    private final Urgency urgency;
    private final Instant clockStart;
    private final Function<String, Agencies.Agency> named;
    private final List<Happening> happenings = new ArrayList<>();
    private final Map<SlaMetric, RunningTerm> running = new EnumMap<>(SlaMetric.class);
    private final Map<String, Alarm> alarms = new LinkedHashMap<>();

    /** When the first term of each metric began: later ones have alerts of their own. */
    private final Map<SlaMetric, Instant> firstTerms = new EnumMap<>(SlaMetric.class);

    private final List<Pause> pauses = new ArrayList<>();
    private final List<Given> given = new ArrayList<>();
    private final List<AgencyLeg> legs = new ArrayList<>();
    private final List<Instant> reopened = new ArrayList<>();
    private final Set<SlaMetric> overdue = EnumSet.noneOf(SlaMetric.class);

    private Instant updatedAt;
    private String agencyId;
    private String agencyName;
    private String agencyReason;
    private boolean asked;

    /** From when on the final answer that is owed counts. */
    private Instant owedSince;

    private Instant closedAt;
    private Instant withdrawnAt;
    private Question question;
    private Instant finalDueAt;

    /** The last answer that was taken back, and when: an edit into less says another at once. */
    private Given lessened;

    private Instant lessenedAt;
    private int followUps;
    private int unofficial;
    private int level;
    private Instant firstBreachedAt;
    private Instant finalBreachedAt;

    /**
     * @param agencyId the authority that owes the answer first; null if none is known
     * @param agencyReason what chose it
     * @param named the authority that a text names; null: none that is known
     */
    Course(
            Story story,
            Deadlines policy,
            Instant clockStart,
            String agencyId,
            String agencyName,
            String agencyReason,
            Function<String, Agencies.Agency> named) {
        this.story = story;
        this.appealId = story.message().messageId();
        this.policy = policy;
        this.urgency = story.decision().urgency();
        this.clockStart = clockStart;
        this.agencyId = agencyId;
        this.agencyName = agencyName;
        this.agencyReason = agencyReason;
        this.named = named;
        this.updatedAt = story.appealSince();
    }

    /** Goes through all facts, and on to an instant if that is later; can be called once. */
    Course tell(Instant until) {
        for (Beat beat : story.beats()) {
            runTo(beat.at(), false);
            if (beat.at().isAfter(updatedAt)) {
                updatedAt = beat.at();
            }
            take(beat);
        }
        runTo(until, true);
        return this;
    }

    /** When the clocks tell something next; null if they tell nothing more by themselves. */
    Instant next() {
        Instant next = question == null ? null : question.timesOutAt;
        for (RunningTerm term : running.values()) {
            next = earlier(next, term.next());
        }
        return next;
    }

    private void runTo(Instant to, boolean inclusive) {
        for (Instant next = next(); next != null; next = next()) {
            if (inclusive ? next.isAfter(to) : !next.isBefore(to)) {
                return;
            }
            tellNext(next);
            if (next.isAfter(updatedAt)) {
                updatedAt = next;
            }
        }
    }

    private void tellNext(Instant at) {
        if (question != null && at.equals(question.timesOutAt)) {
            Question given = question;
            endPause(at);
            happen(AppealEventType.CLARIFICATION_TIMED_OUT, given.cause, at);
            return;
        }
        for (RunningTerm term : running.values()) {
            if (at.equals(term.next())) {
                tell(term, term.tell());
                return;
            }
        }
        throw new IllegalStateException("Nothing is told at " + at + '.');
    }

    private void tell(RunningTerm term, RunningTerm.Told told) {
        SlaMetric metric = term.metric();
        happenings.add(
                new Happening(
                        told.event(),
                        appealId,
                        told.at(),
                        metric,
                        told.level(),
                        term.deadline().dueAt(),
                        agencyId,
                        null,
                        null,
                        null));
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
                new Alarm(
                        told.alert(),
                        metric,
                        told.level(),
                        later(term),
                        term.deadline().dueAt(),
                        told.at()));
    }

    private void take(Beat beat) {
        switch (beat.kind()) {
            case ASKED -> ask(beat);
            case WITHDRAWN -> withdraw(beat);
            case ANSWERED -> answer(beat);
            case UNANSWERED -> unanswer(beat);
            case FOLLOWED_UP -> followUp(beat);
            case SPOKE -> {
                if (question != null) {
                    followUps++;
                    reply(beat);
                }
            }
            case ANSWERED_UNOFFICIALLY -> {
                unofficial++;
                happen(AppealEventType.UNOFFICIAL_ANSWER, beat.cause().messageId(), beat.at());
            }
        }
    }

    private void ask(Beat beat) {
        boolean again = owedSince != null;
        asked = true;
        if (again) {
            reopen(beat, "restored");
            return;
        }
        owedSince = clockStart;
        happenings.add(
                new Happening(
                        AppealEventType.DETECTED,
                        appealId,
                        beat.at(),
                        null,
                        0,
                        null,
                        agencyId,
                        null,
                        null,
                        String.join(" ", story.decision().reasons())));
        if (agencyId != null) {
            happenings.add(
                    new Happening(
                            AppealEventType.ROUTED,
                            appealId,
                            beat.at(),
                            null,
                            0,
                            null,
                            agencyId,
                            null,
                            null,
                            agencyReason));
        } else {
            start(SlaMetric.TRIAGE, clockStart, beat.at());
        }
        start(SlaMetric.FIRST_RESPONSE, clockStart, beat.at());
        start(SlaMetric.FINAL_ANSWER, clockStart, beat.at());
    }

    private void withdraw(Beat beat) {
        asked = false;
        withdrawnAt = beat.at();
        happen(AppealEventType.WITHDRAWN, appealId, beat.at());
        if (closedAt == null) {
            endPause(beat.at());
            stopAll(beat.at());
            closedAt = beat.at();
        }
    }

    private void answer(Beat beat) {
        Reply reply = beat.reply();
        String id = beat.cause().messageId();
        Instant at = beat.at();
        boolean responded = !given.isEmpty();
        // Edited into less of an answer, it is one since it was written all the same.
        boolean same = lessened != null && lessened.messageId.equals(id) && lessenedAt.equals(at);
        given.add(new Given(id, same ? lessened.since : at, at, reply));
        RunningTerm awaited = running.get(responded ? finalMetric() : SlaMetric.FIRST_RESPONSE);
        happenings.add(
                new Happening(
                        type(reply.kind()),
                        id,
                        at,
                        awaited == null ? null : awaited.metric(),
                        0,
                        awaited == null ? null : awaited.deadline().dueAt(),
                        agencyId,
                        reply.outcome(),
                        reply.promisedUntil(),
                        reply.reason()));
        fulfil(SlaMetric.TRIAGE, at);
        fulfil(SlaMetric.FIRST_RESPONSE, at);
        endPause(at);
        if (reply.kind() == AnswerKind.FINAL) {
            fulfil(SlaMetric.FINAL_ANSWER, at);
            fulfil(SlaMetric.FINAL_AFTER_INTERIM, at);
            closedAt = closedAt == null ? at : closedAt;
        } else if (closedAt == null) {
            if (reply.kind() == AnswerKind.INTERIM) {
                fulfil(SlaMetric.FINAL_ANSWER, at);
                fulfil(SlaMetric.FINAL_AFTER_INTERIM, at);
                start(afterInterim(), at, at);
            } else if (reply.kind() == AnswerKind.CLARIFY) {
                ask(id, at);
            }
        }
        if (reply.transferredTo() != null && closedAt == null) {
            transfer(named.apply(reply.transferredTo()), beat);
        }
    }

    private void transfer(Agencies.Agency to, Beat beat) {
        if (to == null || to.id().equals(agencyId)) {
            return;
        }
        if (legs.isEmpty()) {
            if (agencyId != null) {
                legs.add(new AgencyLeg(agencyId, clockStart, beat.at()));
            }
        } else {
            AgencyLeg last = legs.remove(legs.size() - 1);
            legs.add(new AgencyLeg(last.agencyId(), last.since(), beat.at()));
        }
        legs.add(new AgencyLeg(to.id(), beat.at(), null));
        agencyId = to.id();
        agencyName = to.name();
        agencyReason = beat.cause().messageId();
        fulfil(SlaMetric.TRIAGE, beat.at());
        happen(AppealEventType.TRANSFERRED, beat.cause().messageId(), beat.at());
    }

    private void unanswer(Beat beat) {
        String id = beat.cause().messageId();
        Given first = null;
        for (Given answer : given) {
            first = first == null && answer.messageId.equals(id) ? answer : first;
        }
        if (first == null) {
            return;
        }
        given.removeIf(answer -> answer.messageId.equals(id));
        lessened = first;
        lessenedAt = beat.at();
        happen(AppealEventType.ANSWER_RETRACTED, id, beat.at());
        if (question != null && question.cause.equals(id)) {
            endPause(beat.at());
        }
        if (closedAt != null && asked && finalAnswer() == null) {
            reopen(beat, "answer-deleted");
        } else if (!asked && finalAnswer() == null) {
            closedAt = withdrawnAt;
        } else if (closedAt == null) {
            owe(beat.at());
        }
    }

    private void followUp(Beat beat) {
        followUps++;
        if (question != null) {
            reply(beat);
            return;
        }
        happen(AppealEventType.FOLLOWED_UP, beat.cause().messageId(), beat.at());
        if (finalAnswer() != null && asked) {
            owedSince = beat.at();
            reopen(beat, "disputed");
        }
    }

    private void reply(Beat beat) {
        endPause(beat.at());
        happen(AppealEventType.FOLLOWED_UP, beat.cause().messageId(), beat.at());
    }

    private void reopen(Beat beat, String reason) {
        if (finalAnswer() == null) {
            closedAt = null;
            reopened.add(beat.at());
            owe(beat.at());
        }
        happenings.add(
                new Happening(
                        AppealEventType.REOPENED,
                        beat.cause().messageId(),
                        beat.at(),
                        null,
                        0,
                        null,
                        agencyId,
                        null,
                        null,
                        reason));
    }

    /** Starts the terms of what is owed now. */
    private void owe(Instant at) {
        if (given.isEmpty() && !running.containsKey(SlaMetric.FIRST_RESPONSE)) {
            start(SlaMetric.FIRST_RESPONSE, clockStart, at);
        }
        Instant interim = null;
        for (Given answer : given) {
            if (answer.reply.kind() == AnswerKind.INTERIM && !answer.at.isBefore(owedSince)) {
                interim = answer.at;
            }
        }
        SlaMetric metric = interim == null ? SlaMetric.FINAL_ANSWER : afterInterim();
        Instant start = interim == null ? owedSince : interim;
        RunningTerm now = running.get(metric);
        if (now == null || !now.deadline().startedAt().equals(start)) {
            stop(SlaMetric.FINAL_ANSWER, at);
            stop(SlaMetric.FINAL_AFTER_INTERIM, at);
            start(metric, start, at);
        }
    }

    /** What is owed after an interim answer; where the policy sets no term for it, as before. */
    private SlaMetric afterInterim() {
        return policy.has(SlaMetric.FINAL_AFTER_INTERIM, urgency)
                ? SlaMetric.FINAL_AFTER_INTERIM
                : SlaMetric.FINAL_ANSWER;
    }

    private SlaMetric finalMetric() {
        return running.containsKey(SlaMetric.FINAL_AFTER_INTERIM)
                ? SlaMetric.FINAL_AFTER_INTERIM
                : SlaMetric.FINAL_ANSWER;
    }

    private void start(SlaMetric metric, Instant from, Instant armedAt) {
        Deadline deadline = policy.deadline(metric, urgency, from, stops(metric));
        if (deadline == null) {
            return;
        }
        running.put(metric, new RunningTerm(deadline, armedAt));
        firstTerms.putIfAbsent(metric, deadline.startedAt());
        happenings.add(
                new Happening(
                        AppealEventType.SLA_APPLIED,
                        appealId,
                        armedAt,
                        metric,
                        0,
                        deadline.dueAt(),
                        agencyId,
                        null,
                        null,
                        null));
    }

    /** Questions stop the clock of the answer on the merits, not that of the first response. */
    private List<Pause> stops(SlaMetric metric) {
        return FINAL_TERMS.contains(metric) ? pausesNow() : List.of();
    }

    private void fulfil(SlaMetric metric, Instant at) {
        end(metric, at, true);
    }

    private void stop(SlaMetric metric, Instant at) {
        end(metric, at, false);
    }

    private void stopAll(Instant at) {
        for (SlaMetric metric : SlaMetric.values()) {
            stop(metric, at);
        }
    }

    private void end(SlaMetric metric, Instant at, boolean answered) {
        RunningTerm ended = running.remove(metric);
        if (ended == null) {
            return;
        }
        finalDueAt = FINAL_TERMS.contains(metric) ? ended.deadline().dueAt() : finalDueAt;
        for (Alarm alarm : alarms.values()) {
            if (alarm.metric() == metric) {
                alarm.clear(at, answered);
            }
        }
    }

    private void ask(String cause, Instant at) {
        Deadline patience = policy.deadline(SlaMetric.CLARIFICATION, urgency, at);
        question = new Question(cause, at, patience == null ? null : patience.dueAt());
        moveTerms(at);
    }

    private void endPause(Instant at) {
        if (question != null) {
            pauses.add(new Pause(question.askedAt, at));
            question = null;
            moveTerms(at);
        }
    }

    private void moveTerms(Instant at) {
        for (SlaMetric metric : FINAL_TERMS) {
            RunningTerm term = running.get(metric);
            if (term != null) {
                term.move(
                        policy.deadline(metric, urgency, term.deadline().startedAt(), pausesNow()),
                        at);
            }
        }
    }

    private List<Pause> pausesNow() {
        if (question == null) {
            return pauses;
        }
        List<Pause> now = new ArrayList<>(pauses);
        now.add(new Pause(question.askedAt, null));
        return now;
    }

    private void happen(AppealEventType type, String cause, Instant at) {
        RunningTerm term = running.get(finalMetric());
        happenings.add(
                new Happening(
                        type,
                        cause,
                        at,
                        null,
                        0,
                        term == null ? null : term.deadline().dueAt(),
                        agencyId,
                        null,
                        null,
                        null));
    }

    private static AppealEventType type(AnswerKind kind) {
        return switch (kind) {
            case ACK -> AppealEventType.ACKNOWLEDGED;
            case CLARIFY -> AppealEventType.CLARIFICATION_REQUESTED;
            case INTERIM -> AppealEventType.INTERIM;
            case FINAL -> AppealEventType.FINAL;
            case OTHER -> throw new IllegalArgumentException("No answer is told of.");
        };
    }

    private static Instant earlier(Instant one, Instant other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }

    /** See {@link Alarm#term}. */
    private long later(RunningTerm term) {
        Instant start = term.deadline().startedAt();
        return start.equals(firstTerms.get(term.metric())) ? 0 : start.toEpochMilli();
    }

    private String key(AlertKind kind, RunningTerm term, int level) {
        return kind.name() + term.metric() + level + '@' + later(term);
    }

    // What came out of it.

    List<Happening> happenings() {
        return happenings;
    }

    Collection<Alarm> alarms() {
        return alarms.values();
    }

    AppealStatus status() {
        if (finalAnswer() != null) {
            return AppealStatus.ANSWERED;
        }
        if (!asked) {
            return AppealStatus.WITHDRAWN;
        }
        if (question != null) {
            return AppealStatus.CLARIFYING;
        }
        AppealStatus status = AppealStatus.OPEN;
        for (Given answer : given) {
            if (!answer.at.isBefore(owedSince)) {
                status =
                        answer.reply.kind() == AnswerKind.INTERIM
                                ? AppealStatus.INTERIM
                                : status == AppealStatus.OPEN ? AppealStatus.ACKNOWLEDGED : status;
            }
        }
        return status;
    }

    Deadlines policy() {
        return policy;
    }

    Instant clockStart() {
        return clockStart;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    String agencyId() {
        return agencyId;
    }

    String agencyName() {
        return agencyName;
    }

    String agencyReason() {
        return agencyReason;
    }

    boolean transferred() {
        return !legs.isEmpty();
    }

    List<AgencyLeg> legs() {
        return legs;
    }

    List<Instant> reopened() {
        return reopened;
    }

    Set<SlaMetric> overdue() {
        return overdue;
    }

    Instant closedAt() {
        return closedAt;
    }

    int followUps() {
        return followUps;
    }

    int unofficial() {
        return unofficial;
    }

    int level() {
        return level;
    }

    Instant firstBreachedAt() {
        return firstBreachedAt;
    }

    Instant finalBreachedAt() {
        return finalBreachedAt;
    }

    int answers() {
        return (int) given.stream().map(Given::messageId).distinct().count();
    }

    /** The earliest official answer that stands; null if there is none. */
    Given firstResponse() {
        Given first = null;
        for (Given answer : given) {
            first = first == null || answer.since.isBefore(first.since) ? answer : first;
        }
        return first;
    }

    AppealEventType firstResponseKind() {
        return given.isEmpty() ? null : type(firstResponse().reply.kind());
    }

    Instant acknowledgedAt() {
        for (Given answer : given) {
            if (answer.reply.kind() == AnswerKind.ACK) {
                return answer.at;
            }
        }
        return null;
    }

    /** The first answer on the merits to what is owed now; null if there is none. */
    Given finalAnswer() {
        for (Given answer : given) {
            if (answer.reply.kind() == AnswerKind.FINAL && !answer.at.isBefore(owedSince)) {
                return answer;
            }
        }
        return null;
    }

    boolean template() {
        Given last = finalAnswer();
        return last == null
                ? !given.isEmpty() && given.get(given.size() - 1).reply.template()
                : last.reply.template();
    }

    Outcome outcome() {
        Given last = finalAnswer();
        return last == null ? null : last.reply.outcome();
    }

    Instant promisedUntil() {
        Instant promised = null;
        for (Given answer : given) {
            promised =
                    answer.reply.promisedUntil() == null ? promised : answer.reply.promisedUntil();
        }
        return promised;
    }

    /** End of a term that the policy sets, also if it was met. */
    Instant firstResponseDueAt() {
        Deadline deadline = policy.deadline(SlaMetric.FIRST_RESPONSE, urgency, clockStart);
        return deadline == null ? null : deadline.dueAt();
    }

    /** By when the answer on the merits is, or was last, due. */
    Instant finalDueAt() {
        RunningTerm term = running.get(finalMetric());
        return term == null ? finalDueAt : term.deadline().dueAt();
    }

    long businessMillis(Instant at) {
        return at.isBefore(clockStart) ? 0 : policy.worked(clockStart, at, pausesNow()).toMillis();
    }

    long millis(Instant at) {
        return Duration.between(story.appealSince(), at).toMillis();
    }

    /**
     * An official answer that stands.
     *
     * @param since when the message first was an answer
     * @param at since when it is one of this kind
     */
    record Given(String messageId, Instant since, Instant at, Reply reply) {}

    /** A clarifying question that waits. */
    private record Question(String cause, Instant askedAt, Instant timesOutAt) {}
}
