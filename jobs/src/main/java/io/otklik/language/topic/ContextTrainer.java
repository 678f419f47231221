package io.otklik.language.topic;

import java.util.Arrays;
import java.util.List;

/**
 * Fits {@link ContextWeights} to texts whose own scores and those of what stands around them come
 * from a model that has not seen their thread: climbs the likelihood of the right group. Where a
 * message's own words are sure, they count whole, and all around them little. Deterministic.
 */
final class ContextTrainer {

    private static final int STEPS = 1500;

    /** Small enough for scores that differ by tens: a greater one overshoots. */
    private static final double RATE = 0.02;

    /** Strength of the pull towards the weights that it begins with. */
    private static final double PULL = 0.002;

    /** A message's own words always count, however telling the posts of the known walls are. */
    private static final double LEAST_OWN = 0.25;

    /** What the post and those above may add together to words that are sure. */
    private static final double MOST_AROUND_SURE = 0.3;

    private static final double BIAS_PULL = 0.003;

    private static final double BIAS_RATE = 0.3;

    private static final float[] BEGIN = {1f, 0.2f, 0.6f, 0.2f};

    private ContextTrainer() {}

    /**
     * A message among what stands around it.
     *
     * @param bucket how sure its own words are there
     * @param weight how much it counts
     * @param says for each role what it says of each group; 0 where it is not played
     * @param group the right one
     */
    record Sample(int bucket, double weight, float[][] says, int group) {

        static Sample of(
                int bucket, TopicReading own, TopicContext around, int group, double weight) {
            float[][] says = new float[ContextWeights.ROLES][own.groups().length];
            for (int g = 0; g < own.groups().length; g++) {
                says[0][g] = own.group(g);
                says[1][g] = around.parent() == null ? 0 : around.parent().group(g);
                says[2][g] = around.post() == null ? 0 : around.post().group(g);
                says[3][g] = around.asked(g);
            }
            return new Sample(bucket, weight, says, group);
        }
    }

    /** The weights that make the samples' groups likeliest. */
    static ContextWeights fit(List<Sample> samples) {
        int size = ContextWeights.BUCKETS * ContextWeights.ROLES;
        int groups = TopicCatalog.bundled().groupCount();
        double[] weights = new double[size + groups];
        for (int i = 0; i < size; i++) {
            weights[i] = BEGIN[i % ContextWeights.ROLES];
        }
        double all = Math.max(1, samples.stream().mapToDouble(Sample::weight).sum());
        for (int step = 0; step < STEPS; step++) {
            double[] gradient = new double[size + groups];
            for (Sample sample : samples) {
                addGradient(sample, weights, gradient);
            }
            for (int i = 0; i < size; i++) {
                double pull = PULL * (BEGIN[i % ContextWeights.ROLES] - weights[i]);
                weights[i] += RATE * (gradient[i] / all + pull);
                weights[i] = Math.max(i % ContextWeights.ROLES == 0 ? LEAST_OWN : 0, weights[i]);
            }
            keepSure(weights);
            for (int i = size; i < weights.length; i++) {
                double pull = BIAS_PULL * -weights[i];
                weights[i] += BIAS_RATE * (gradient[i] / all + pull);
            }
        }
        float[] fitted = new float[size + groups];
        for (int i = 0; i < fitted.length; i++) {
            fitted[i] = (float) weights[i];
        }
        return new ContextWeights(
                Arrays.copyOf(fitted, size), Arrays.copyOfRange(fitted, size, fitted.length));
    }

    /** Own words that are sure count whole; the comment answered, or post and asked, a little. */
    private static void keepSure(double[] weights) {
        int from = ContextWeights.SURE * ContextWeights.ROLES;
        weights[from] = 1;
        weights[from + 1] = Math.min(weights[from + 1], MOST_AROUND_SURE);
        double around = weights[from + 2] + weights[from + 3];
        double kept = MOST_AROUND_SURE / Math.max(around, MOST_AROUND_SURE);
        weights[from + 2] *= kept;
        weights[from + 3] *= kept;
    }

    private static void addGradient(Sample sample, double[] weights, double[] gradient) {
        int from = sample.bucket * ContextWeights.ROLES;
        int biases = ContextWeights.BUCKETS * ContextWeights.ROLES;
        boolean biased = sample.bucket != ContextWeights.SURE;
        float[] shares = new float[sample.says[0].length];
        for (int g = 0; g < shares.length; g++) {
            shares[g] = biased ? (float) weights[biases + g] : 0;
            for (int role = 0; role < ContextWeights.ROLES; role++) {
                shares[g] += (float) (weights[from + role] * sample.says[role][g]);
            }
        }
        Scores.softmax(shares);
        for (int g = 0; g < shares.length; g++) {
            if (biased) {
                gradient[biases + g] += sample.weight * ((g == sample.group ? 1 : 0) - shares[g]);
            }
        }
        for (int role = 0; role < ContextWeights.ROLES; role++) {
            double expected = 0;
            for (int g = 0; g < shares.length; g++) {
                expected += shares[g] * sample.says[role][g];
            }
            gradient[from + role] += sample.weight * (sample.says[role][sample.group] - expected);
        }
    }
}
