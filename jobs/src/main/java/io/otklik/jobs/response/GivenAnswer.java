package io.otklik.jobs.response;

import io.otklik.language.answer.TemplateSignature;
import io.otklik.schemas.Appeal;

import java.time.Instant;

/**
 * The first official answer to an appeal, as far as it tells whether others got the same.
 *
 * @param authority the page's authority, or the page where the register does not know it
 * @param words what the words of the answer are, but names, greeting, numbers, links and contacts;
 *     equal for equal words
 * @param authorId who got it
 * @param at when it was given
 */
public record GivenAnswer(
        String authority,
        long words,
        String appealId,
        String answerId,
        String authorId,
        Instant at) {

    /** Fewer words than that tell nothing («Принято», «Спасибо, передали»). */
    private static final int FEWEST_WORDS = 3;

    /** Null if the appeal has no answer that tells anything. */
    static GivenAnswer of(Appeal appeal) {
        if (appeal.retracted()
                || appeal.firstResponseText() == null
                || appeal.firstResponseAt() == null) {
            return null;
        }
        TemplateSignature signature = TemplateSignature.of(appeal.firstResponseText());
        return signature.words() < FEWEST_WORDS
                ? null
                : new GivenAnswer(
                        appeal.pageAgencyId() == null
                                ? appeal.communityId()
                                : appeal.pageAgencyId(),
                        signature.exact(),
                        appeal.appealId(),
                        appeal.firstResponseId(),
                        appeal.authorId(),
                        appeal.firstResponseAt());
    }

    String template() {
        return authority + '|' + words;
    }

    /** Whether the one was written again: earlier, to somebody else, in another message. */
    boolean repeats(GivenAnswer other) {
        return other.at.isBefore(at)
                && !other.authorId.equals(authorId)
                && !other.answerId.equals(answerId);
    }

    boolean isSameAs(GivenAnswer other) {
        return appealId.equals(other.appealId) && answerId.equals(other.answerId);
    }
}
