package io.otklik.language.answer;

import java.time.Instant;

/**
 * A message of a thread as the platform places it, with what its text says of whom it speaks to.
 *
 * @param parentId the comment or the post that it replies to; null for one straight under the post
 * @param replyToAuthorId whom the platform says it addresses; null if it does not say
 * @param authorId null if the source hides it
 * @param at when it was written
 */
public record TalkLine(
        String id,
        String parentId,
        String replyToAuthorId,
        String authorId,
        Instant at,
        TalkReading talk) {}
