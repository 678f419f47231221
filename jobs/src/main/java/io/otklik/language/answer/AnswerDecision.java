package io.otklik.language.answer;

import io.otklik.language.AnswerKind;
import io.otklik.schemas.Outcome;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What an official message is to the appeal that it answers.
 *
 * @param probability of the kind, among all kinds
 * @param promisedFrom first day of what an acknowledging or interim answer promises; null if it
 *     names none
 * @param promisedUntil last day of it, inclusive, in the page's time zone
 * @param redirect body that a final answer sends the resident to; null if none
 * @param outcome of a final answer; else null
 * @param checks what the answer has of what a good answer has
 * @param reasons ids of the cues that spoke
 */
public record AnswerDecision(
        AnswerKind kind,
        double probability,
        LocalDate promisedFrom,
        LocalDate promisedUntil,
        String redirect,
        Outcome outcome,
        Set<AnswerCheck> checks,
        List<String> reasons) {}
