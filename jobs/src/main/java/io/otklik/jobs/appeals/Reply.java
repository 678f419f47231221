package io.otklik.jobs.appeals;

import io.otklik.language.AnswerKind;
import io.otklik.schemas.Outcome;

import java.time.Instant;

/**
 * What one text of an official message is to an appeal.
 *
 * @param outcome of an answer on the merits
 * @param promisedUntil end, where the page is, of the last day that it promises; null if none
 * @param transferredTo body to which it says that the appeal was passed on; null if it does not
 * @param template near-equal to what the page answered to somebody else before
 */
record Reply(
        AnswerKind kind,
        Outcome outcome,
        Instant promisedUntil,
        String transferredTo,
        boolean template,
        String reason,
        String text) {

    boolean counts() {
        return kind != AnswerKind.OTHER;
    }
}
