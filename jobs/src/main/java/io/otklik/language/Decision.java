package io.otklik.language;

import io.otklik.schemas.Urgency;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What a message is and asks for, seen in its thread.
 *
 * @param needsAnswer probability, calibrated on held-out threads, that it is an appeal or a
 *     follow-up
 * @param groups the likeliest topic groups, best first, at most three; empty where nothing is asked
 * @param topic topic of the official list; null if none is likely enough
 * @param urgency {@link Urgency#HIGH} where a message that needs an answer tells of a danger to
 *     life or health, an accident, no heat, water or power
 * @param place the place that the text names, normalised; null if none
 * @param agencyId who owes the answer by topic, place and page; null if routing is not asked for
 * @param agencyReason the row of the routing table that chose the agency
 * @param answerKind for an official message; else null
 * @param answersTo the message that an official message answers; null if none
 * @param promisedUntil last day of the term that an official message names; null if none
 * @param redirect body that an official message refers the resident to; null if none
 * @param reasons what decided, most telling first: {@code rule:…}, {@code thread:…}, words with the
 *     sign of what they spoke for
 * @param modelVersion model and rule book
 */
public record Decision(
        Kind kind,
        double needsAnswer,
        List<GroupScore> groups,
        String topic,
        Urgency urgency,
        String place,
        String agencyId,
        String agencyReason,
        AnswerKind answerKind,
        String answersTo,
        LocalDate promisedUntil,
        String redirect,
        List<String> reasons,
        String modelVersion) {

    public Decision {
        groups = List.copyOf(groups);
        reasons = List.copyOf(reasons);
    }

    /** The same decision, with what the official message answers and how. */
    public Decision withAnswer(
            AnswerKind kindOfAnswer,
            String answeredMessage,
            LocalDate until,
            String body,
            List<String> answerReasons) {
        List<String> all = new ArrayList<>(answerReasons);
        all.addAll(reasons);
        return new Decision(
                kind,
                needsAnswer,
                groups,
                topic,
                urgency,
                place,
                agencyId,
                agencyReason,
                kindOfAnswer,
                answeredMessage,
                until,
                body,
                all,
                modelVersion);
    }

    /** The same decision, with who owes the answer and the row of the table that says so. */
    public Decision withAgency(String agency, String reason) {
        return new Decision(
                kind,
                needsAnswer,
                groups,
                topic,
                urgency,
                place,
                agency,
                reason,
                answerKind,
                answersTo,
                promisedUntil,
                redirect,
                reasons,
                modelVersion);
    }

    /** The likeliest topic group; null where nothing is asked. */
    public String group() {
        return groups.isEmpty() ? null : groups.get(0).group();
    }
}
