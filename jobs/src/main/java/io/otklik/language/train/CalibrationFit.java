package io.otklik.language.train;

import io.otklik.language.model.Calibration;
import io.otklik.language.model.KindModel;

import java.util.List;

/** Fits a {@link Calibration} to scores of messages that the model was not trained on. */
final class CalibrationFit {

    private static final int STEPS = 50;
    private static final double PULL = 1.0;

    private CalibrationFit() {}

    /** Scores of a held-out message and whether it needs an answer. */
    record HeldOut(float[] scores, boolean needsAnswer) {}

    /**
     * Newton's method on the log-likelihood, pulled slightly towards {@link Calibration#PLAIN}; then
     * the threshold with the best F1.
     */
    static Calibration fit(List<HeldOut> heldOut) {
        double[] w = {0, 1, 0};
        for (int step = 0; step < STEPS; step++) {
            double[] gradient = {0, PULL * (1 - w[1]), -PULL * w[2]};
            double[][] hessian = {{1e-6, 0, 0}, {0, PULL, 0}, {0, 0, PULL}};
            for (HeldOut one : heldOut) {
                double[] x = inputs(one.scores());
                double p = 1 / (1 + Math.exp(-(w[0] + w[1] * x[1] + w[2] * x[2])));
                double miss = (one.needsAnswer() ? 1 : 0) - p;
                for (int i = 0; i < 3; i++) {
                    gradient[i] += miss * x[i];
                    for (int j = 0; j < 3; j++) {
                        hessian[i][j] += p * (1 - p) * x[i] * x[j];
                    }
                }
            }
            double[] move = solve(hessian, gradient);
            double most = Math.max(1, Math.abs(move[0]) + Math.abs(move[1]) + Math.abs(move[2]));
            for (int i = 0; i < 3; i++) {
                w[i] += move[i] / most;
            }
        }
        return new Calibration(w[0], w[1], w[2], threshold(w, heldOut));
    }

    private static double[] inputs(float[] scores) {
        return new double[] {1, scores[KindModel.NEEDS], Calibration.kindOdds(scores)};
    }

    private static double threshold(double[] w, List<HeldOut> heldOut) {
        Calibration plain = new Calibration(w[0], w[1], w[2], 0.5);
        double best = 0;
        double at = 0.5;
        for (int percent = 30; percent <= 60; percent++) {
            int hit = 0;
            int wrong = 0;
            for (HeldOut one : heldOut) {
                boolean says = plain.needsAnswer(one.scores()) >= percent / 100.0;
                hit += says && one.needsAnswer() ? 1 : 0;
                wrong += says != one.needsAnswer() ? 1 : 0;
            }
            double f1 = hit == 0 ? 0 : 2.0 * hit / (2 * hit + wrong);
            if (f1 > best) {
                best = f1;
                at = percent / 100.0;
            }
        }
        return at;
    }

    /** Gauss on three unknowns. */
    private static double[] solve(double[][] a, double[] b) {
        double[] x = b.clone();
        for (int i = 0; i < 3; i++) {
            for (int row = i + 1; row < 3; row++) {
                double factor = a[row][i] / a[i][i];
                for (int column = i; column < 3; column++) {
                    a[row][column] -= factor * a[i][column];
                }
                x[row] -= factor * x[i];
            }
        }
        for (int i = 2; i >= 0; i--) {
            for (int column = i + 1; column < 3; column++) {
                x[i] -= a[i][column] * x[column];
            }
            x[i] /= a[i][i];
        }
        return x;
    }
}
