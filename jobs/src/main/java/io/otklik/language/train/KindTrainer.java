package io.otklik.language.train;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import io.otklik.language.AuthorRole;
import io.otklik.language.Kind;
import io.otklik.language.model.KindModel;
import io.otklik.language.model.KindWeights;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Trains the model of kinds: an L2-regularised logistic regression for each output, by liblinear's
 * dual solver, whose shuffling starts from a fixed seed: the same examples in the same order give
 * the same weights.
 */
final class KindTrainer {

    static {
        Linear.disableDebugOutput();
    }

    private static final double TOLERANCE = 0.1;

    private final double cost;
    private final int rarest;

    /**
     * @param cost liblinear's C
     * @param rarest rows that fewer examples show are left out
     */
    KindTrainer(double cost, int rarest) {
        this.cost = cost;
        this.rarest = rarest;
    }

    /** Weights for some outputs. */
    KindWeights train(List<KindExample> examples, int... outputs) {
        int[] columns = columns(examples);
        Feature[][] x = new Feature[examples.size()][];
        int[] rowOf = rowsOf(columns);
        for (int i = 0; i < x.length; i++) {
            x[i] = vector(examples.get(i), columns);
        }
        KindWeights weights = new KindWeights();
        for (int output : outputs) {
            train(x, labels(examples, output), rowOf, weights, output, examples);
        }
        return weights;
    }

    private void train(
            Feature[][] x,
            double[] y,
            int[] rowOf,
            KindWeights weights,
            int output,
            List<KindExample> examples) {
        List<Feature[]> rows = new ArrayList<>();
        List<Double> labels = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            boolean skipped =
                    output == Kind.OFFICIAL.ordinal()
                            ? false
                            : examples.get(i).author == AuthorRole.OFFICIAL;
            if (!skipped) {
                rows.add(x[i]);
                labels.add(y[i]);
            }
        }
        Problem problem = new Problem();
        problem.l = rows.size();
        problem.n = rowOf.length;
        problem.x = rows.toArray(new Feature[0][]);
        problem.y = labels.stream().mapToDouble(Double::doubleValue).toArray();
        problem.bias = -1;
        if (Arrays.stream(problem.y).distinct().count() < 2) {
            weights.setBias(output, problem.y.length > 0 && problem.y[0] > 0 ? 5 : -5);
            return;
        }
        Model model = Linear.train(problem, new Parameter(SolverType.L2R_LR_DUAL, cost, TOLERANCE));
        double sign = model.getLabels()[0] > 0 ? 1 : -1;
        double[] w = model.getFeatureWeights();
        weights.setBias(output, (float) (sign * w[0]));
        for (int column = 1; column < rowOf.length; column++) {
            weights.set(rowOf[column], output, (float) (sign * w[column]));
        }
    }

    private static double[] labels(List<KindExample> examples, int output) {
        double[] y = new double[examples.size()];
        for (int i = 0; i < y.length; i++) {
            Kind kind = examples.get(i).kind;
            boolean yes = output == KindModel.NEEDS ? kind.needsAnswer() : kind.ordinal() == output;
            y[i] = yes ? 1 : -1;
        }
        return y;
    }

    /** Column of each row that is kept; 0 for the rest. Column 0 of the result is the bias's. */
    private int[] columns(List<KindExample> examples) {
        int[] seen = new int[KindModel.Block.values().length << KindModel.BITS];
        int[] last = new int[seen.length];
        for (int i = 0; i < examples.size(); i++) {
            KindExample example = examples.get(i);
            for (int at = 0; at < example.size(); at++) {
                int row = example.row(at);
                if (last[row] != i + 1) {
                    last[row] = i + 1;
                    seen[row]++;
                }
            }
        }
        int next = 1;
        for (int row = 0; row < seen.length; row++) {
            seen[row] = seen[row] >= rarest ? next++ : 0;
        }
        return seen;
    }

    private static int[] rowsOf(int[] columns) {
        int most = Arrays.stream(columns).max().orElse(0);
        int[] rows = new int[most + 1];
        for (int row = 0; row < columns.length; row++) {
            if (columns[row] > 0) {
                rows[columns[row]] = row;
            }
        }
        return rows;
    }

    /** Feature 1 is the bias; column c is feature c + 1. */
    private static Feature[] vector(KindExample example, int[] columns) {
        Map<Integer, Double> sums = new TreeMap<>();
        for (int at = 0; at < example.size(); at++) {
            int column = columns[example.row(at)];
            if (column > 0) {
                sums.merge(column + 1, (double) example.value(at), Double::sum);
            }
        }
        Feature[] vector = new Feature[sums.size() + 1];
        vector[0] = new FeatureNode(1, 1);
        int i = 1;
        for (Map.Entry<Integer, Double> entry : sums.entrySet()) {
            vector[i++] = new FeatureNode(entry.getKey(), entry.getValue());
        }
        return vector;
    }
}
