package io.otklik.language.text;

import java.util.ArrayList;
import java.util.List;

/** Where the sentences of a text end: at a mark, a full stop or a new line. */
public final class Sentences {

    /** A full stop behind a shorter word ends an abbreviation («ул.», «д.»). */
    private static final int LONGEST_ABBREVIATION = 3;

    private Sentences() {}

    /** The {@link Tokens#plainWords} of each sentence that has any, in order. */
    public static List<List<String>> of(Tokens tokens) {
        List<List<String>> sentences = new ArrayList<>();
        List<String> sentence = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.isPlainWord(i)) {
                sentence.add(tokens.word(i));
            }
            boolean ends = tokens.type(i) == TokenType.MARK || stopsAfter(tokens, i);
            if (ends && !sentence.isEmpty()) {
                sentences.add(sentence);
                sentence = new ArrayList<>();
            }
        }
        if (!sentence.isEmpty()) {
            sentences.add(sentence);
        }
        return sentences;
    }

    /** Whether a full stop or a new line stands between a token and the next. */
    public static boolean stopsAfter(Tokens tokens, int token) {
        boolean mayBeShort = tokens.end(token) - tokens.begin(token) <= LONGEST_ABBREVIATION;
        return tokens.hasBehind(token, mayBeShort ? "\n" : "\n.");
    }
}
