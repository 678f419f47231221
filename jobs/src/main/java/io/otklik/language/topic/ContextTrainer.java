package io.otklik.language.topic;

import java.util.List;

/**
 * Fits {@link ContextWeights} to texts whose own, parent's and post's scores come from a model that
 * has not seen their thread: climbs the likelihood of the right group. Deterministic.
 */
final class ContextTrainer {

    private static final int STEPS = 400;

    private static final double RATE = 0.5;

    /** Strength of the pull towards the weights that it begins with. */
    private static final double PULL = 0.002;

    private static final float[] BEGIN = {1f, 0.2f, 0.6f};

    private ContextTrainer() {}

    /**
     * A message with the readings around it.
     *
     * @param parent or null
     * @param post or null
     */
    record Sample(TopicReading own, TopicReading parent, TopicReading post, int group) {}

    /** The weights that make the samples' groups likeliest. */
    static ContextWeights fit(List<Sample> samples) {
        int size = ContextWeights.BUCKETS * ContextWeights.ROLES;
        double[] weights = new double[size];
        for (int i = 0; i < size; i++) {
            weights[i] = BEGIN[i % ContextWeights.ROLES];
        }
        for (int step = 0; step < STEPS; step++) {
            double[] gradient = new double[size];
            for (Sample sample : samples) {
                addGradient(sample, weights, gradient);
            }
            for (int i = 0; i < size; i++) {
                double pull = PULL * (BEGIN[i % ContextWeights.ROLES] - weights[i]);
                weights[i] += RATE * (gradient[i] / Math.max(1, samples.size()) + pull);
                weights[i] = Math.max(0, weights[i]);
            }
        }
        float[] fitted = new float[size];
        for (int i = 0; i < size; i++) {
            fitted[i] = (float) weights[i];
        }
        return new ContextWeights(fitted);
    }

    private static void addGradient(Sample sample, double[] weights, double[] gradient) {
        int from = ContextWeights.bucket(sample.own) * ContextWeights.ROLES;
        TopicReading[] roles = {sample.own, sample.parent, sample.post};
        float[] shares = new float[sample.own.groups().length];
        for (int g = 0; g < shares.length; g++) {
            for (int role = 0; role < roles.length; role++) {
                if (roles[role] != null) {
                    shares[g] += (float) (weights[from + role] * roles[role].group(g));
                }
            }
        }
        Scores.softmax(shares);
        for (int role = 0; role < roles.length; role++) {
            if (roles[role] == null) {
                continue;
            }
            double expected = 0;
            for (int g = 0; g < shares.length; g++) {
                expected += shares[g] * roles[role].group(g);
            }
            gradient[from + role] += roles[role].group(sample.group) - expected;
        }
    }
}
