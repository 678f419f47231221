package io.otklik.jobs.appeals;

import io.otklik.language.AnswerKind;
import io.otklik.schemas.AppealStatus;
import io.otklik.schemas.Outcome;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The official answers to one appeal that stand, in the order in which they were given. */
final class AnswersGiven {

    private final List<Given> given = new ArrayList<>();

    /** The last answer that was taken back, and when: an edit into less says another at once. */
    private Given takenBack;

    private Instant takenBackAt;

    boolean isEmpty() {
        return given.isEmpty();
    }

    void add(String messageId, Instant at, Reply reply) {
        // Edited into less of an answer, it is one since it was written all the same.
        boolean same =
                takenBack != null
                        && takenBack.messageId.equals(messageId)
                        && takenBackAt.equals(at);
        given.add(new Given(messageId, same ? takenBack.since : at, at, reply));
    }

    /**
     * What a message answered stands no more.
     *
     * @return whether it had answered
     */
    boolean takeBack(String messageId, Instant at) {
        Given first = null;
        for (Given answer : given) {
            first = first == null && answer.messageId.equals(messageId) ? answer : first;
        }
        if (first == null) {
            return false;
        }
        given.removeIf(answer -> answer.messageId.equals(messageId));
        takenBack = first;
        takenBackAt = at;
        return true;
    }

    /** How many messages answer. */
    int messages() {
        return (int) given.stream().map(Given::messageId).distinct().count();
    }

    /** The earliest; null if there is none. */
    Given first() {
        Given first = null;
        for (Given answer : given) {
            first = first == null || answer.since.isBefore(first.since) ? answer : first;
        }
        return first;
    }

    /** The first on the merits since an instant; null if there is none. */
    Given finalSince(Instant owedSince) {
        for (Given answer : given) {
            if (answer.reply.kind() == AnswerKind.FINAL && !answer.at.isBefore(owedSince)) {
                return answer;
            }
        }
        return null;
    }

    /** When the last interim answer since an instant was given; null if there is none. */
    Instant interimSince(Instant owedSince) {
        Instant interim = null;
        for (Given answer : given) {
            if (answer.reply.kind() == AnswerKind.INTERIM && !answer.at.isBefore(owedSince)) {
                interim = answer.at;
            }
        }
        return interim;
    }

    /** How far answers since an instant, none of them on the merits, have come. */
    AppealStatus openStatus(Instant owedSince) {
        if (interimSince(owedSince) != null) {
            return AppealStatus.INTERIM;
        }
        for (Given answer : given) {
            if (!answer.at.isBefore(owedSince)) {
                return AppealStatus.ACKNOWLEDGED;
            }
        }
        return AppealStatus.OPEN;
    }

    Instant acknowledgedAt() {
        for (Given answer : given) {
            if (answer.reply.kind() == AnswerKind.ACK) {
                return answer.at;
            }
        }
        return null;
    }

    /** Whether the answer on the merits, else the newest one, was given to others too. */
    boolean template(Instant owedSince) {
        Given last = finalSince(owedSince);
        return last == null
                ? !given.isEmpty() && given.get(given.size() - 1).reply.template()
                : last.reply.template();
    }

    /** Of the answer on the merits; null if there is none. */
    Outcome outcome(Instant owedSince) {
        Given last = finalSince(owedSince);
        return last == null ? null : last.reply.outcome();
    }

    /** The day that was promised last; null if none was. */
    Instant promisedUntil() {
        Instant promised = null;
        for (Given answer : given) {
            promised =
                    answer.reply.promisedUntil() == null ? promised : answer.reply.promisedUntil();
        }
        return promised;
    }

    /**
     * An official answer that stands.
     *
     * @param since when the message first was an answer
     * @param at since when it is one of this kind
     */
    record Given(String messageId, Instant since, Instant at, Reply reply) {}
}
