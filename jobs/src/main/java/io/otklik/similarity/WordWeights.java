package io.otklik.similarity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * How much a stem tells about what a text is about: the natural logarithm of how rare it is among
 * texts (inverse document frequency). Immutable and safe for many threads.
 *
 * <p>The file holds the stems that are met often; any other is as rare as the rarest of them.
 */
public final class WordWeights {

    private static final String BUNDLED = "/similarity/words.tsv.gz";

    /** A word of a lower weight («и», «что», «это») says nothing about the subject. */
    public static final double LEAST_TELLING = 3.0;

    private final Map<String, Float> weights;
    private final float rare;

    private WordWeights(Map<String, Float> weights, float rare) {
        this.weights = weights;
        this.rare = rare;
    }

    /** The weights that come with the project. */
    public static WordWeights bundled() {
        return Bundled.WEIGHTS;
    }

    /**
     * Reads lines of a stem, a tab and its weight, packed by gzip.
     *
     * @throws IOException if it cannot be read
     */
    static WordWeights read(InputStream packed) throws IOException {
        Map<String, Float> weights = new HashMap<>();
        float rare = 0;
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(packed), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int tab = line.indexOf('\t');
                float weight = Float.parseFloat(line.substring(tab + 1));
                weights.put(line.substring(0, tab), weight);
                rare = Math.max(rare, weight);
            }
        }
        return new WordWeights(weights, rare);
    }

    /** The weight of a stem, 0 for one that stands in every text. */
    public float of(String stem) {
        Float weight = weights.get(stem);
        return weight == null ? rare : weight;
    }

    private static final class Bundled {
        private static final WordWeights WEIGHTS = load();

        private static WordWeights load() {
            try (InputStream in = WordWeights.class.getResourceAsStream(BUNDLED)) {
                return read(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
