package io.otklik.language.train;

import io.otklik.language.model.Calibration;
import io.otklik.language.model.ScoreShares;

import java.util.ArrayList;
import java.util.List;

/** Fits a {@link Calibration} to scores of messages that the model was not trained on. */
final class CalibrationFit {

    /** Weight of the belief that the score is right as it is, in messages. */
    private static final double PULL = 1;

    private static final int LOWEST_PERCENT = 30;
    private static final int HIGHEST_PERCENT = 60;

    private CalibrationFit() {}

    /** Score of a held-out message and whether it needs an answer. */
    record HeldOut(double score, boolean needsAnswer) {}

    /**
     * The line of the greatest likelihood; then the threshold with the best F1.
     *
     * @param other further held-out messages, that the threshold shall suit too
     */
    static Calibration fit(List<HeldOut> heldOut, List<HeldOut> other) {
        LogisticLine line =
                LogisticLine.fit(
                        heldOut.stream().mapToDouble(HeldOut::score).toArray(),
                        heldOut.stream().mapToDouble(one -> one.needsAnswer() ? 1 : 0).toArray(),
                        PULL);
        List<HeldOut> all = new ArrayList<>(heldOut);
        all.addAll(other);
        Calibration fitted = new Calibration(line.bias(), line.slope(), 0.5, ScoreShares.UNKNOWN);
        return new Calibration(
                line.bias(), line.slope(), threshold(fitted, all), spread(fitted, heldOut));
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
