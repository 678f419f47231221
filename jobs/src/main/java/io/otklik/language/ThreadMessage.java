package io.otklik.language;

/**
 * A message with what the platform tells of its place in the thread.
 *
 * @param id as {@code Message.messageId}
 * @param parentId the comment or post that is answered; null if the platform is silent
 * @param replyToAuthorId whom it addresses; null if the platform is silent
 * @param authorId null if the source hides it
 * @param post whether it is the post itself
 */
public record ThreadMessage(
        String id,
        String parentId,
        String replyToAuthorId,
        String authorId,
        AuthorRole author,
        boolean post,
        Reading reading) {}
