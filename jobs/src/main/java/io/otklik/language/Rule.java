package io.otklik.language;

import com.fasterxml.jackson.annotation.JsonProperty;

import java.util.List;

/**
 * One rule of the rule book.
 *
 * @param id stands in the reasons of a decision
 * @param weight added to the score when the rule speaks; negative: speaks against an appeal
 * @param any phrases of which one must stand in the text; a word that ends in {@code *} matches by
 *     its beginning; empty: the conditions alone decide
 * @param when conditions on the whole message; absent: none
 * @param matches examples on which the rule must speak
 * @param ignores examples on which it must not
 */
public record Rule(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) String note,
        @JsonProperty(required = true) double weight,
        List<String> any,
        Condition when,
        List<String> matches,
        List<String> ignores) {

    public Rule {
        any = any == null ? List.of() : List.copyOf(any);
        when = when == null ? new Condition(null, null, null, null) : when;
        matches = matches == null ? List.of() : List.copyOf(matches);
        ignores = ignores == null ? List.of() : List.copyOf(ignores);
    }

    /**
     * Conditions that must all hold; null: does not matter.
     *
     * @param question the text has a question mark
     * @param reply the message answers a comment, not the post
     * @param minWords least number of words
     * @param maxWords greatest number of words
     */
    public record Condition(Boolean question, Boolean reply, Integer minWords, Integer maxWords) {

        boolean holds(boolean hasQuestion, boolean isReply, int words) {
            return (question == null || question == hasQuestion)
                    && (reply == null || reply == isReply)
                    && (minWords == null || words >= minWords)
                    && (maxWords == null || words <= maxWords);
        }
    }
}
