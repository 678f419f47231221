package io.otklik.language.answer;

import io.otklik.language.AnswerKind;

import java.time.LocalDate;

/**
 * An official message whose kind is known.
 *
 * @param published day of the message; null if unknown
 */
public record AnswerExample(
        String text, LocalDate published, AnswerContext context, AnswerKind kind) {}
