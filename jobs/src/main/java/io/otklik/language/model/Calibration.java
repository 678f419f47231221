package io.otklik.language.model;

import io.otklik.language.Kind;

/**
 * Turns scores into the probability that a message needs an answer: a logistic function of what
 * both heads of the model say, fitted on held-out threads.
 *
 * @param bias of the function
 * @param byNeeds weight of the score of «needs an answer»
 * @param byKinds weight of the log-odds that the kinds' scores give
 * @param threshold from which probability on a message counts as needing an answer
 */
public record Calibration(double bias, double byNeeds, double byKinds, double threshold) {

    /** Trusts the score of «needs an answer» as it is. */
    public static final Calibration PLAIN = new Calibration(0, 1, 0, 0.5);

    /** Probability that the message needs an answer. */
    public double needsAnswer(float[] scores) {
        double z = bias + byNeeds * scores[KindModel.NEEDS] + byKinds * kindOdds(scores);
        return 1 / (1 + Math.exp(-z));
    }

    /** Log-odds of appeal or follow-up against the other kinds. */
    public static double kindOdds(float[] scores) {
        double asks = -50;
        double other = -50;
        for (Kind kind : Kind.values()) {
            double score = scores[kind.ordinal()];
            if (kind.needsAnswer()) {
                asks = Math.max(asks, score);
            } else {
                other = Math.max(other, score);
            }
        }
        return asks - other;
    }
}
