package io.otklik.language;

import java.util.List;

/**
 * Where a message stands in its thread, by the ids of what stands above: {@link ThreadContext}
 * before any text is read. Equal places among equal texts are equal contexts.
 *
 * @param post id of the post; null if it was not seen
 * @param parent id of the comment that is answered; null if none or not seen
 * @param asked ids of the last residents' messages above that need an answer, oldest first
 */
public record ThreadPlace(
        AuthorRole author,
        boolean reply,
        String post,
        String parent,
        AuthorRole parentAuthor,
        boolean toOwnWords,
        boolean ownAppealAbove,
        boolean appealAbove,
        boolean officialAbove,
        Kind parentKind,
        List<String> asked,
        Addressee told) {}
