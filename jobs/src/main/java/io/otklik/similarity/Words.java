package io.otklik.similarity;

import io.otklik.language.text.TokenType;
import io.otklik.language.text.Tokens;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What a text's words say of its subject: the stems that tell something, in order, with their
 * weights; numbers; names; whether it denies.
 *
 * @param tokens where each telling word stands among the text's tokens
 * @param stems of words and numbers that tell something
 * @param weights of those, see {@link WordWeights}
 * @param names whether each was written with a capital letter inside a sentence
 * @param numbers whether each is a number
 * @param negations how many words deny: «не», «нет», «ни», «без»
 */
public record Words(
        int[] tokens,
        List<String> stems,
        float[] weights,
        boolean[] names,
        boolean[] numbers,
        int negations) {

    private static final Set<String> DENYING = Set.of("не", "нет", "ни", "без", "отрица");

    /** The words of a text. */
    public static Words of(Tokens text, WordWeights weights) {
        int count = 0;
        int[] places = new int[text.size()];
        int negations = 0;
        for (int i = 0; i < text.size(); i++) {
            TokenType type = text.type(i);
            if (type == TokenType.WORD) {
                if (DENYING.contains(text.word(i))) {
                    negations++;
                } else if (weights.of(text.stem(i)) >= WordWeights.LEAST_TELLING) {
                    places[count++] = i;
                }
            } else if (type == TokenType.NUMBER) {
                places[count++] = i;
            }
        }
        return select(text, weights, Arrays.copyOf(places, count), negations);
    }

    private static Words select(Tokens text, WordWeights weights, int[] tokens, int negations) {
        List<String> stems = new ArrayList<>(tokens.length);
        float[] telling = new float[tokens.length];
        boolean[] names = new boolean[tokens.length];
        boolean[] numbers = new boolean[tokens.length];
        for (int i = 0; i < tokens.length; i++) {
            int token = tokens[i];
            String stem = text.stem(token);
            stems.add(stem);
            numbers[i] = text.type(token) == TokenType.NUMBER;
            telling[i] = weights.of(stem);
            names[i] = text.capitalised(token) && token > 0 && !beginsSentence(text, token);
        }
        return new Words(tokens, stems, telling, names, numbers, negations);
    }

    private static boolean beginsSentence(Tokens text, int token) {
        String written = text.text();
        for (int i = text.begin(token) - 1; i >= 0; i--) {
            char c = written.charAt(i);
            if (c == '.' || c == '!' || c == '?' || c == '\n' || c == '…') {
                return true;
            }
            if (Character.isLetterOrDigit(c)) {
                return false;
            }
        }
        return true;
    }

    public int size() {
        return tokens.length;
    }
}
