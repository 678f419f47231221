package io.otklik.language.train;

import io.otklik.language.AuthorRole;
import io.otklik.language.Kind;

import java.time.LocalDateTime;

/**
 * A message of a labelled file.
 *
 * @param at local time of writing; null if the file does not tell
 * @param label null for a message that nobody labelled: context of others
 */
public record LabelledMessage(
        String id,
        String parentId,
        String replyToAuthorId,
        String authorId,
        AuthorRole author,
        boolean post,
        String text,
        LocalDateTime at,
        Label label) {

    /** Whether it speaks for the page, as the file or its label says. */
    boolean isOfficial() {
        return label == null ? author == AuthorRole.OFFICIAL : label.kind() == Kind.OFFICIAL;
    }

    LabelledMessage withText(String other) {
        return new LabelledMessage(
                id, parentId, replyToAuthorId, authorId, author, post, other, at, label);
    }
}
