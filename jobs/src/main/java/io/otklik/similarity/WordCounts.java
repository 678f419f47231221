package io.otklik.similarity;

import io.otklik.language.text.TokenType;
import io.otklik.language.text.Tokenizer;
import io.otklik.language.text.Tokens;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/** Counts in how many texts a stem stands, and writes the file of {@link WordWeights}. */
public final class WordCounts {

    /** Rarer stems are not written: names of people and misspellings are among them. */
    private static final int LEAST_TEXTS = 25;

    private final Tokenizer tokenizer = new Tokenizer();
    private final Map<String, Integer> texts = new HashMap<>();
    private final Set<String> known = new HashSet<>();

    /** Counts a text; one that was counted already is passed over. */
    public void add(String text) {
        if (!known.add(text)) {
            return;
        }
        Tokens tokens = tokenizer.read(text);
        Set<String> stems = new HashSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.type(i) == TokenType.WORD) {
                stems.add(tokens.stem(i));
            }
        }
        stems.forEach(stem -> texts.merge(stem, 1, Integer::sum));
    }

    /** Number of different texts. */
    public int size() {
        return known.size();
    }

    /** Writes the weights, the most frequent stem first. */
    public void write(OutputStream out) throws IOException {
        List<Map.Entry<String, Integer>> often =
                texts.entrySet().stream()
                        .filter(entry -> entry.getValue() >= LEAST_TEXTS)
                        .sorted(
                                Map.Entry.<String, Integer>comparingByValue(
                                                Comparator.reverseOrder())
                                        .thenComparing(Map.Entry.comparingByKey()))
                        .toList();
        try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
            for (Map.Entry<String, Integer> entry : often) {
                double weight = Math.log((double) known.size() / entry.getValue());
                packed.write(
                        String.format(Locale.ROOT, "%s\t%.3f\n", entry.getKey(), weight)
                                .getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
