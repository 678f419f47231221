package io.otklik.language.rules;

import io.otklik.language.text.PhraseTree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds in one pass which of up to 64 groups have a phrase in a text; a word of a phrase may be
 * given by its beginning («не гор*»).
 */
final class PhraseIndex {

    private static final int SHORTEST_BEGINNING = 2;

    private final PhraseTree tree = new PhraseTree();

    /** The groups that have a phrase, by its number. */
    private long[] groups = new long[64];

    /** Receives what is found. */
    interface Found {
        /**
         * @param groups bit set of the groups that have the phrase
         * @param at place of the phrase's first word
         */
        void phrase(long groups, int at);
    }

    /**
     * Adds a phrase to a group.
     *
     * @throws IllegalArgumentException with a sentence if it is none
     */
    void add(int group, String phrase) {
        List<String> words = new ArrayList<>();
        List<Boolean> beginnings = new ArrayList<>();
        for (String written : phrase.strip().split("\\s+")) {
            boolean beginning = written.endsWith("*");
            String word =
                    plain(beginning ? written.substring(0, written.length() - 1) : written, phrase);
            if (beginning && word.length() < SHORTEST_BEGINNING) {
                throw new IllegalArgumentException(
                        "The beginning «%s*» is too short to tell words apart.".formatted(word));
            }
            words.add(word);
            beginnings.add(beginning);
        }
        int number = tree.add(words, beginnings);
        if (number >= groups.length) {
            groups = Arrays.copyOf(groups, number * 2);
        }
        groups[number] |= 1L << group;
    }

    /** Gives every phrase that stands in a text, at each of its places. */
    void find(List<String> words, Found found) {
        tree.find(words, (phrase, at) -> found.phrase(groups[phrase], at));
    }

    private static String plain(String word, String phrase) {
        StringBuilder plain = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = Character.toLowerCase(word.charAt(i));
            boolean inner = c == '-' && i > 0 && i + 1 < word.length();
            if (!Character.isLetterOrDigit(c) && c != '+' && !inner) {
                throw new IllegalArgumentException(
                        "«%s» is no phrase: write words with spaces between them."
                                .formatted(phrase));
            }
            plain.append(c == 'ё' ? 'е' : c);
        }
        if (plain.isEmpty()) {
            throw new IllegalArgumentException("A phrase has no words.");
        }
        return plain.toString();
    }
}
