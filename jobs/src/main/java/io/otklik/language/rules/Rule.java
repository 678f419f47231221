package io.otklik.language.rules;

import java.util.List;

/**
 * One rule of a {@link RuleBook}: speaks on a text if one of its phrases stands there and its
 * conditions hold.
 *
 * @param id stands in the reasons of a decision
 * @param note what it means, for people
 * @param weight what it counts in {@link RuleBook#decide}, the book's own verdict
 * @param push log-odds of «needs an answer» that it adds to the model's, from the moment it is in
 *     force; 0: only as much as the model learned from it
 * @param phrases of which one must stand in the text; none: the conditions alone decide
 * @param matches examples on which it must speak
 * @param ignores examples on which it must not
 */
public record Rule(
        String id,
        String note,
        double weight,
        double push,
        List<String> phrases,
        Condition when,
        List<String> matches,
        List<String> ignores) {

    public Rule {
        phrases = List.copyOf(phrases);
        matches = List.copyOf(matches);
        ignores = List.copyOf(ignores);
    }

    /**
     * Conditions that must all hold; null: does not matter.
     *
     * @param question the text has a question mark
     * @param asked the phrase stands in a sentence that ends with a question mark
     * @param reply the message answers a comment, not the post; says where {@link Rule#weight} and
     *     {@link Rule#push} count, for a text by itself does not know where it stands
     * @param minWords least number of words
     * @param maxWords greatest number of words
     */
    public record Condition(
            Boolean question, Boolean asked, Boolean reply, Integer minWords, Integer maxWords) {

        /** No condition. */
        public static final Condition NONE = new Condition(null, null, null, null, null);

        boolean holdsFor(boolean hasQuestion, int words) {
            return (question == null || question == hasQuestion)
                    && (minWords == null || words >= minWords)
                    && (maxWords == null || words <= maxWords);
        }

        boolean wantsAsked() {
            return asked != null && asked;
        }
    }

    /** Whether the rule counts on replies, or on comments of the first level. */
    boolean countsOn(boolean reply) {
        return when.reply() == null || when.reply() == reply;
    }
}
