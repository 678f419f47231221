package io.otklik.similarity.pair;

import io.otklik.yaml.StrictYaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;

/**
 * How probable it is that two short texts state the same: a logistic function of their features.
 * Immutable and safe for many threads.
 *
 * @param weights in the order of {@link PairFeatures#NAMES}
 */
public record PairModel(double intercept, double[] weights) {

    private static final String BUNDLED = "/similarity/pair.yaml";

    /** The model that comes with the project. */
    public static PairModel bundled() {
        try (InputStream in = PairModel.class.getResourceAsStream(BUNDLED)) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a model: {@code intercept} and {@code weights}, a weight a feature.
     *
     * @throws io.otklik.yaml.YamlProblem if a weight is missing or no number; names the line
     * @throws IOException if it cannot be read
     */
    static PairModel read(InputStream yaml) throws IOException {
        StrictYaml root = StrictYaml.read(yaml);
        StrictYaml weights = root.get("weights");
        double[] read = new double[PairFeatures.NAMES.size()];
        for (int i = 0; i < read.length; i++) {
            read[i] = weights.get(PairFeatures.NAMES.get(i)).number();
        }
        return new PairModel(root.get("intercept").number(), read);
    }

    /** The probability of features, 0 to 1. */
    public double probability(double[] features) {
        double sum = intercept;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * features[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /** The probability that two texts state the same, 0 to 1. */
    public double probability(Statement first, Statement second) {
        return probability(PairFeatures.of(first, second));
    }

    /** As {@link #read} reads it. */
    String toYaml(String comment) {
        StringBuilder yaml = new StringBuilder();
        comment.lines().forEach(line -> yaml.append("# ").append(line).append('\n'));
        yaml.append(line("intercept", intercept)).append("weights:\n");
        for (int i = 0; i < weights.length; i++) {
            yaml.append("  ").append(line(PairFeatures.NAMES.get(i), weights[i]));
        }
        return yaml.toString();
    }

    private static String line(String name, double value) {
        return String.format(Locale.ROOT, "%s: %.4f%n", name, value);
    }
}
