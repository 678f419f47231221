package io.otklik.similarity.claim;

import java.util.List;

/**
 * A known claim that a text repeats.
 *
 * @param score how sure that is, 0 to 1
 * @param sure whether the score is high enough for a match, else it is a suggestion to a person
 * @param words the text's words that the claim has too, as they were written, in the text's order
 */
public record ClaimMatch(String claimId, double score, boolean sure, List<String> words) {

    public ClaimMatch {
        words = List.copyOf(words);
    }
}
