package io.otklik.language;

import java.util.List;

/**
 * Where a message stands in its thread.
 *
 * @param author for whom the author speaks
 * @param reply whether it answers a comment rather than the post
 * @param post the post that it stands under; null if not known
 * @param parent the comment that it answers; null if none or not known
 * @param parentAuthor for whom the answered comment's author speaks
 * @param toOwnWords whether the answered comment is the author's own
 * @param ownAppealAbove whether the author already asked for something in this thread
 * @param appealAbove whether some resident's appeal stands above in the same branch
 * @param officialAbove whether the page already spoke in the same branch
 * @param parentKind what the answered comment was found to be; null if none or not known
 * @param asked the last residents' messages above, wherever in the thread, that need an answer;
 *     oldest first
 * @param told whom it addresses as the platform tells; {@code UNKNOWN} if it does not
 */
public record ThreadContext(
        AuthorRole author,
        boolean reply,
        Reading post,
        Reading parent,
        AuthorRole parentAuthor,
        boolean toOwnWords,
        boolean ownAppealAbove,
        boolean appealAbove,
        boolean officialAbove,
        Kind parentKind,
        List<Later<Reading>> asked,
        Addressee told) {

    /** A resident's message straight under a post of which nothing is known. */
    public static final ThreadContext FIRST_LEVEL =
            new ThreadContext(
                    AuthorRole.RESIDENT,
                    false,
                    null,
                    null,
                    AuthorRole.UNKNOWN,
                    false,
                    false,
                    false,
                    false,
                    null,
                    List.of(),
                    Addressee.UNKNOWN);

    /** The same place, of another author. */
    public ThreadContext by(AuthorRole other) {
        return new ThreadContext(
                other,
                reply,
                post,
                parent,
                parentAuthor,
                toOwnWords,
                ownAppealAbove,
                appealAbove,
                officialAbove,
                parentKind,
                asked,
                told);
    }

    /**
     * Whom a message addresses: as the platform tells, else by the mention that opens it, else by
     * who wrote the comment that it answers.
     */
    public Addressee addressee(Reading own) {
        if (told != Addressee.UNKNOWN) {
            return told;
        }
        if (own.has(Sign.MENTIONS_PAGE)) {
            return Addressee.PAGE;
        }
        if (own.has(Sign.MENTIONS_PERSON)) {
            return Addressee.PERSON;
        }
        if (!reply) {
            return Addressee.POST;
        }
        return switch (parentAuthor) {
            case OFFICIAL -> Addressee.PAGE;
            case RESIDENT -> Addressee.PERSON;
            default -> Addressee.UNKNOWN;
        };
    }
}
