package io.otklik.language.answer;

import io.otklik.language.Later;
import io.otklik.schemas.Outcome;

import java.time.LocalDate;
import java.util.List;

/**
 * What an official message says by itself, without its thread.
 *
 * @param scores of the kinds, in their order
 * @param promisedFrom first day of the time that it names, a promise only if its kind turns out to
 *     be one that promises; null if none
 * @param promisedUntil last day of it, inclusive
 * @param redirect body that it sends the resident to; null if none
 * @param passedTo body to which it says that the appeal was passed on; null if it does not
 * @param outcome what it ends the appeal with, should it be final
 * @param checks bits of {@link AnswerCheck}
 * @param template what tells that another message says the same; only a thread's further answers
 *     are asked for it
 * @param reasons ids of the cues that speak, as {@code answer:passed-on}
 */
public record AnswerReading(
        float[] scores,
        LocalDate promisedFrom,
        LocalDate promisedUntil,
        String redirect,
        String passedTo,
        Outcome outcome,
        int checks,
        Later<TemplateSignature> template,
        List<String> reasons) {}
