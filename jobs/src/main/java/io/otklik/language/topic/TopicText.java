package io.otklik.language.topic;

import io.otklik.language.text.Tokens;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What of a text tells its topic. Where a strong sign of the lexicon speaks without the words that
 * only say where ({@link WhereWords}), these are left out with the signs that rest on them.
 *
 * @param tokens the whole text
 * @param hidden the tokens left out; null if none are
 * @param signs numbers of the lexicon's signs that speak, ascending
 */
record TopicText(Tokens tokens, BitSet hidden, int[] signs) {

    static TopicText of(Tokens tokens, TopicLexicon lexicon) {
        int[] all = lexicon.find(tokens.plainWords());
        BitSet where = WhereWords.of(tokens);
        if (where == null) {
            return new TopicText(tokens, null, all);
        }
        int[] left = lexicon.find(without(tokens, where));
        return speaks(left, lexicon)
                ? new TopicText(tokens, where, joined(all, left, lexicon))
                : new TopicText(tokens, null, all);
    }

    boolean isHidden(int token) {
        return hidden != null && hidden.get(token);
    }

    private static List<String> without(Tokens tokens, BitSet where) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.isPlainWord(i) && !where.get(i)) {
                words.add(tokens.word(i));
            }
        }
        return words;
    }

    private static boolean speaks(int[] signs, TopicLexicon lexicon) {
        return Arrays.stream(signs).anyMatch(sign -> !lexicon.sign(sign).weak());
    }

    /**
     * The signs that are left, and those of the same groups that also need the place: «скользко у
     * школы» is of the town's ways, «крыша течёт у школы» not of the school.
     */
    private static int[] joined(int[] all, int[] left, TopicLexicon lexicon) {
        IntStream withPlace =
                Arrays.stream(all)
                        .filter(sign -> lexicon.sign(sign).all().size() > 1)
                        .filter(sign -> Arrays.binarySearch(left, sign) < 0)
                        .filter(sign -> isOfGroup(sign, left, lexicon));
        return IntStream.concat(Arrays.stream(left), withPlace).sorted().toArray();
    }

    private static boolean isOfGroup(int sign, int[] left, TopicLexicon lexicon) {
        TopicCatalog catalog = TopicCatalog.bundled();
        int group = catalog.groupOf(lexicon.topicOf(sign));
        return Arrays.stream(left)
                .filter(one -> !lexicon.sign(one).weak())
                .anyMatch(one -> catalog.groupOf(lexicon.topicOf(one)) == group);
    }
}
