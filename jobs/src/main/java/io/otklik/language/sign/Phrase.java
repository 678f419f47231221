package io.otklik.language.sign;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Words that stand side by side.
 *
 * @param words each in lower case, {@code ё} as {@code е}
 * @param prefix for each word, whether it matches by its beginning
 */
record Phrase(List<String> words, List<Boolean> prefix) {

    /** A shorter beginning fits too many words to mean anything. */
    private static final int SHORTEST_PREFIX = 2;

    Phrase {
        words = List.copyOf(words);
        prefix = List.copyOf(prefix);
    }

    /**
     * Reads {@code "не вывоз* мусор*"}; a number with a sign ({@code "+14"}) is the two words that
     * texts have it as.
     *
     * @throws IllegalArgumentException if it holds something else than words
     */
    static Phrase parse(String written) {
        List<String> words = new ArrayList<>();
        List<Boolean> prefix = new ArrayList<>();
        for (String part : written.trim().split("\\s+")) {
            boolean open = part.endsWith("*");
            boolean signed = part.startsWith("+");
            if (signed) {
                words.add("+");
                prefix.add(false);
            }
            String word =
                    part.substring(signed ? 1 : 0, part.length() - (open ? 1 : 0))
                            .toLowerCase(Locale.ROOT)
                            .replace('ё', 'е');
            if (word.isEmpty() || !word.chars().allMatch(Phrase::isWordChar)) {
                throw new IllegalArgumentException(
                        "“" + written + "” is no phrase: write words with spaces between them.");
            }
            if (open && word.length() < SHORTEST_PREFIX) {
                throw new IllegalArgumentException(
                        "The beginning “" + part + "” is too short to tell words apart.");
            }
            words.add(word);
            prefix.add(open);
        }
        return new Phrase(words, prefix);
    }

    private static boolean isWordChar(int c) {
        return Character.isLetterOrDigit(c) || c == '-';
    }
}
