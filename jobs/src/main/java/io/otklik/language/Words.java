package io.otklik.language;

import java.util.ArrayList;
import java.util.List;

/** A text as the rule book sees it: words in lower case, {@code ё} as {@code е}. */
final class Words {

    private Words() {}

    /** Splits at everything but letters and digits; a word keeps its inner hyphen. */
    static List<String> of(String text) {
        List<String> words = new ArrayList<>(text.length() / 6 + 1);
        StringBuilder word = new StringBuilder(24);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c) || c == '+') {
                char lower = Character.toLowerCase(c);
                word.append(lower == 'ё' ? 'е' : lower);
            } else if (c == '-' && !word.isEmpty() && isLetter(text, i + 1)) {
                word.append('-');
            } else if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }

    private static boolean isLetter(String text, int at) {
        return at < text.length() && Character.isLetter(text.charAt(at));
    }
}
