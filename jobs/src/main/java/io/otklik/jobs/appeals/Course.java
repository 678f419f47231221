package io.otklik.jobs.appeals;

import io.otklik.language.AnswerKind;
import io.otklik.schemas.AppealEventType;
import io.otklik.schemas.AppealStatus;
import io.otklik.schemas.Outcome;
import io.otklik.schemas.SlaMetric;
import io.otklik.servicelevel.Deadlines;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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

    private final Story story;
    private final String appealId;
    private final Deadlines policy;
    private final Instant clockStart;
    private final Function<String, Agencies.Agency> named;
    private final Owner owner;
    private final Chronicle chronicle;
    private final RunningTerms terms;
    private final AnswersGiven given = new AnswersGiven();
    private final List<Instant> reopened = new ArrayList<>();

    private Instant updatedAt;
    private boolean asked;

    /** From when on the final answer that is owed counts. */
    private Instant owedSince;

    private Instant closedAt;
    private Instant withdrawnAt;
    private Question question;
    private int followUps;
    private int unofficial;

    /**
     * @param owner the authority that owes the answer first
     * @param named the authority that a text names; null: none that is known
     */
    Course(
            Story story,
            Deadlines policy,
            Instant clockStart,
            Owner owner,
            Function<String, Agencies.Agency> named) {
        this.story = story;
        this.appealId = story.messageId();
        this.policy = policy;
        this.clockStart = clockStart;
        this.owner = owner;
        this.named = named;
        this.chronicle = new Chronicle(appealId, owner);
        this.terms = new RunningTerms(policy, story.decision().urgency(), chronicle);
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
        Instant term = terms.next();
        return timesOutBy(term) ? question.timesOutAt : term;
    }

    /** A question that nobody answered times out before a term of the same instant tells. */
    private boolean timesOutBy(Instant term) {
        return question != null
                && question.timesOutAt != null
                && (term == null || !term.isBefore(question.timesOutAt));
    }

    private void runTo(Instant to, boolean inclusive) {
        for (Instant next = next(); next != null; next = next()) {
            if (inclusive ? next.isAfter(to) : !next.isBefore(to)) {
                return;
            }
            if (timesOutBy(next)) {
                String asking = question.cause;
                endPause(next);
                happen(AppealEventType.CLARIFICATION_TIMED_OUT, asking, next);
            } else {
                terms.tellNext();
            }
            if (next.isAfter(updatedAt)) {
                updatedAt = next;
            }
        }
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
                happen(AppealEventType.UNOFFICIAL_ANSWER, beat.causeId(), beat.at());
            }
        }
    }

    private void ask(Beat beat) {
        Instant at = beat.at();
        asked = true;
        if (owedSince != null) {
            reopen(beat, "restored");
            return;
        }
        owedSince = clockStart;
        String reasons = String.join(" ", story.decision().reasons());
        chronicle.tell(AppealEventType.DETECTED, appealId, at, null, reasons);
        if (owner.agencyId() != null) {
            chronicle.tell(AppealEventType.ROUTED, appealId, at, null, owner.reason());
        } else {
            terms.start(SlaMetric.TRIAGE, clockStart, at);
        }
        terms.start(SlaMetric.FIRST_RESPONSE, clockStart, at);
        terms.start(SlaMetric.FINAL_ANSWER, clockStart, at);
    }

    private void withdraw(Beat beat) {
        asked = false;
        withdrawnAt = beat.at();
        happen(AppealEventType.WITHDRAWN, appealId, beat.at());
        if (closedAt == null) {
            endPause(beat.at());
            terms.stopAll(beat.at());
            closedAt = beat.at();
        }
    }

    private void answer(Beat beat) {
        Reply reply = beat.reply();
        String id = beat.causeId();
        Instant at = beat.at();
        RunningTerm awaited = given.isEmpty() ? terms.firstResponse() : terms.finalAnswer();
        given.add(id, at, reply);
        chronicle.tell(type(reply.kind()), id, at, awaited, reply);
        terms.fulfil(SlaMetric.TRIAGE, at);
        terms.fulfil(SlaMetric.FIRST_RESPONSE, at);
        endPause(at);
        if (reply.kind() == AnswerKind.FINAL) {
            terms.fulfilFinal(at);
            closedAt = closedAt == null ? at : closedAt;
        } else if (closedAt == null) {
            if (reply.kind() == AnswerKind.INTERIM) {
                terms.fulfilFinal(at);
                terms.start(terms.afterInterim(), at, at);
            } else if (reply.kind() == AnswerKind.CLARIFY) {
                question = new Question(id, terms.patience(at));
                terms.pause(at);
            }
        }
        if (reply.transferredTo() != null && closedAt == null) {
            transfer(named.apply(reply.transferredTo()), id, at);
        }
    }

    private void transfer(Agencies.Agency to, String messageId, Instant at) {
        if (owner.passTo(to, messageId, at)) {
            terms.fulfil(SlaMetric.TRIAGE, at);
            happen(AppealEventType.TRANSFERRED, messageId, at);
        }
    }

    private void unanswer(Beat beat) {
        String id = beat.causeId();
        if (!given.takeBack(id, beat.at())) {
            return;
        }
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
        happen(AppealEventType.FOLLOWED_UP, beat.causeId(), beat.at());
        if (finalAnswer() != null && asked) {
            owedSince = beat.at();
            reopen(beat, "disputed");
        }
    }

    private void reply(Beat beat) {
        endPause(beat.at());
        happen(AppealEventType.FOLLOWED_UP, beat.causeId(), beat.at());
    }

    private void reopen(Beat beat, String reason) {
        if (finalAnswer() == null) {
            closedAt = null;
            reopened.add(beat.at());
            owe(beat.at());
        }
        chronicle.tell(AppealEventType.REOPENED, beat.causeId(), beat.at(), null, reason);
    }

    /** Starts the terms of what is owed now. */
    private void owe(Instant at) {
        if (given.isEmpty() && terms.firstResponse() == null) {
            terms.start(SlaMetric.FIRST_RESPONSE, clockStart, at);
        }
        Instant interim = given.interimSince(owedSince);
        if (interim == null) {
            terms.oweFinal(SlaMetric.FINAL_ANSWER, owedSince, at);
        } else {
            terms.oweFinal(terms.afterInterim(), interim, at);
        }
    }

    private void endPause(Instant at) {
        if (question != null) {
            question = null;
            terms.goOn(at);
        }
    }

    private void happen(AppealEventType type, String cause, Instant at) {
        RunningTerm term = terms.finalAnswer();
        chronicle.tell(type, cause, at, term == null ? null : term.deadline().dueAt(), null);
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

    // What came out of it.

    List<Happening> happenings() {
        return chronicle.happenings();
    }

    Collection<Alarm> alarms() {
        return terms.alarms();
    }

    AppealStatus status() {
        if (finalAnswer() != null) {
            return AppealStatus.ANSWERED;
        }
        if (!asked) {
            return AppealStatus.WITHDRAWN;
        }
        return question == null ? given.openStatus(owedSince) : AppealStatus.CLARIFYING;
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

    /** Who owes the answer now. */
    Owner owner() {
        return owner;
    }

    List<Instant> reopened() {
        return reopened;
    }

    Set<SlaMetric> overdue() {
        return terms.overdue();
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
        return terms.level();
    }

    Instant firstBreachedAt() {
        return terms.firstBreachedAt();
    }

    Instant finalBreachedAt() {
        return terms.finalBreachedAt();
    }

    int answers() {
        return given.messages();
    }

    /** The earliest official answer that stands; null if there is none. */
    AnswersGiven.Given firstResponse() {
        return given.first();
    }

    AppealEventType firstResponseKind() {
        return given.isEmpty() ? null : type(given.first().reply().kind());
    }

    Instant acknowledgedAt() {
        return given.acknowledgedAt();
    }

    /** The first answer on the merits to what is owed now; null if there is none. */
    AnswersGiven.Given finalAnswer() {
        return given.finalSince(owedSince);
    }

    boolean template() {
        return given.template(owedSince);
    }

    Outcome outcome() {
        return given.outcome(owedSince);
    }

    Instant promisedUntil() {
        return given.promisedUntil();
    }

    /** End of a term that the policy sets, also if it was met. */
    Instant firstResponseDueAt() {
        return terms.firstResponseDueAt(clockStart);
    }

    /** By when the answer on the merits is, or was last, due. */
    Instant finalDueAt() {
        return terms.finalDueAt();
    }

    long businessMillis(Instant at) {
        return at.isBefore(clockStart) ? 0 : terms.worked(clockStart, at);
    }

    long millis(Instant at) {
        return Duration.between(story.appealSince(), at).toMillis();
    }

    /**
     * A clarifying question that waits.
     *
     * @param timesOutAt null: never
     */
    private record Question(String cause, Instant timesOutAt) {}
}
