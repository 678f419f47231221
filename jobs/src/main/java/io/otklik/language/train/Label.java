package io.otklik.language.train;

import io.otklik.language.AnswerKind;
import io.otklik.language.Kind;
import io.otklik.schemas.Urgency;

/**
 * What people found a message to be. Everything but the kind may be unknown, and is null then.
 *
 * @param answersTo id of the message that an official message answers
 */
public record Label(
        Kind kind,
        String group,
        String topic,
        Boolean place,
        Urgency urgency,
        AnswerKind answerKind,
        String answersTo) {}
