package io.otklik.language.model;

/**
 * Turns the score of «needs an answer» into a probability: a logistic function fitted on held-out
 * threads (Platt scaling).
 *
 * @param threshold from which probability on a message counts as needing an answer
 * @param expected how the probabilities spread on those threads
 */
public record Calibration(double bias, double slope, double threshold, ScoreShares expected) {

    /** Trusts the score as it is. */
    public static final Calibration PLAIN = new Calibration(0, 1, 0.5, ScoreShares.UNKNOWN);

    /** Probability that a message of this score needs an answer. */
    public double needsAnswer(double score) {
        return 1 / (1 + Math.exp(-bias - slope * score));
    }
}
