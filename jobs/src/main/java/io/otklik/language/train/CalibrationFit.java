package io.otklik.language.train;

import io.otklik.language.model.Calibration;
import io.otklik.language.model.ScoreShares;

import java.util.ArrayList;
import java.util.List;

/** Fits a {@link Calibration} to scores of messages that the model was not trained on. */
final class CalibrationFit {

    private static final int STEPS = 50;

    /** Weight of the belief that the score is right as it is, in messages. */
    private static final double PULL = 1;

    private static final int LOWEST_PERCENT = 30;
    private static final int HIGHEST_PERCENT = 60;

    private CalibrationFit() {}

    /** Score of a held-out message and whether it needs an answer. */
    record HeldOut(double score, boolean needsAnswer) {}

    /**
     * Newton's method on the log-likelihood; then the threshold with the best F1.
     *
     * @param other further held-out messages, that the threshold shall suit too
     */
    static Calibration fit(List<HeldOut> heldOut, List<HeldOut> other) {
        double bias = 0;
        double slope = 1;
        for (int step = 0; step < STEPS; step++) {
            double byBias = 0;
            double bySlope = PULL * (1 - slope);
            double bb = 1e-6;
            double bs = 0;
            double ss = PULL;
            for (HeldOut one : heldOut) {
                double x = one.score();
                double p = 1 / (1 + Math.exp(-bias - slope * x));
                double miss = (one.needsAnswer() ? 1 : 0) - p;
                double curve = p * (1 - p);
                byBias += miss;
                bySlope += miss * x;
                bb += curve;
                bs += curve * x;
                ss += curve * x * x;
            }
            double determinant = bb * ss - bs * bs;
            double moveBias = (ss * byBias - bs * bySlope) / determinant;
            double moveSlope = (bb * bySlope - bs * byBias) / determinant;
            double most = Math.max(1, Math.abs(moveBias) + Math.abs(moveSlope));
            bias += moveBias / most;
            slope += moveSlope / most;
        }
        List<HeldOut> all = new ArrayList<>(heldOut);
        all.addAll(other);
        Calibration fitted = new Calibration(bias, slope, 0.5, ScoreShares.UNKNOWN);
        return new Calibration(bias, slope, threshold(fitted, all), spread(fitted, heldOut));
    }

    private static ScoreShares spread(Calibration fitted, List<HeldOut> heldOut) {
        long[] counts = new long[ScoreShares.BUCKETS];
        for (HeldOut one : heldOut) {
            counts[ScoreShares.bucket(fitted.needsAnswer(one.score()))]++;
        }
        return ScoreShares.of(counts);
    }

    private static double threshold(Calibration fitted, List<HeldOut> heldOut) {
        double best = 0;
        double at = 0.5;
        for (int percent = LOWEST_PERCENT; percent <= HIGHEST_PERCENT; percent++) {
            int hits = 0;
            int wrong = 0;
            for (HeldOut one : heldOut) {
                boolean says = fitted.needsAnswer(one.score()) >= percent / 100.0;
                hits += says && one.needsAnswer() ? 1 : 0;
                wrong += says != one.needsAnswer() ? 1 : 0;
            }
            double f1 = new Ratio(hits, wrong, 0).f1();
            if (f1 > best) {
                best = f1;
                at = percent / 100.0;
            }
        }
        return at;
    }
}
