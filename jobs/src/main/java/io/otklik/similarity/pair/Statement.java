package io.otklik.similarity.pair;

import io.otklik.language.text.TokenType;
import io.otklik.language.text.Tokens;
import io.otklik.similarity.WordWeights;
import io.otklik.similarity.Words;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A text made ready to be compared with others: its telling words and, of each and of the whole,
 * the character trigrams.
 *
 * @param words its telling words
 * @param norm length of its vector of squared weights, for the cosine
 * @param wordGrams hashed trigrams of each telling word, ascending
 * @param grams hashed trigrams of the whole text with how often they stand in it
 * @param gramNorm length of that vector
 * @param length in words, the untelling included
 */
public record Statement(
        Words words,
        double norm,
        int[][] wordGrams,
        Map<Integer, Integer> grams,
        double gramNorm,
        int length) {

    private static final int GRAM = 3;

    /** Makes a text ready. */
    public static Statement of(Tokens text, WordWeights weights) {
        Words words = Words.of(text, weights);
        double squares = 0;
        int[][] wordGrams = new int[words.size()][];
        for (int i = 0; i < words.size(); i++) {
            squares += (double) words.weights()[i] * words.weights()[i];
            wordGrams[i] = trigrams(text.word(words.tokens()[i]));
        }
        Map<Integer, Integer> grams = new HashMap<>();
        for (int i = 0; i < text.size(); i++) {
            if (text.type(i) == TokenType.WORD || text.type(i) == TokenType.NUMBER) {
                for (int gram : trigrams(text.word(i))) {
                    grams.merge(gram, 1, Integer::sum);
                }
            }
        }
        double gramSquares = 0;
        for (int count : grams.values()) {
            gramSquares += (double) count * count;
        }
        return new Statement(
                words,
                Math.sqrt(squares),
                wordGrams,
                grams,
                Math.sqrt(gramSquares),
                text.wordCount());
    }

    /** How alike two words are written: Dice's measure of their trigrams, 0 to 1. */
    static double alike(int[] first, int[] second) {
        int i = 0;
        int j = 0;
        int both = 0;
        while (i < first.length && j < second.length) {
            if (first[i] == second[j]) {
                both++;
                i++;
                j++;
            } else if (first[i] < second[j]) {
                i++;
            } else {
                j++;
            }
        }
        return 2.0 * both / (first.length + second.length);
    }

    private static int[] trigrams(String word) {
        String framed = '^' + word + '$';
        int count = Math.max(1, framed.length() - GRAM + 1);
        int[] grams = new int[count];
        for (int i = 0; i < count; i++) {
            grams[i] = framed.substring(i, Math.min(framed.length(), i + GRAM)).hashCode();
        }
        Arrays.sort(grams);
        return grams;
    }
}
