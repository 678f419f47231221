package io.otklik.language.answer;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import io.otklik.language.text.Seen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Trains {@link AnswerModel}: one logistic regression a kind against the rest. The same examples in
 * the same order give the same model, byte for byte.
 */
public final class AnswerTrainer {

    private static final double COST = 0.5;
    private static final double EPSILON = 0.001;
    private static final int BIAS = AnswerFeatures.DIMENSION + 1;

    /** A kind that no example has is never chosen. */
    private static final double NEVER = -100;

    static {
        Linear.disableDebugOutput();
    }

    private AnswerTrainer() {}

    /** Trains on labelled threads and on messages that stand alone. */
    public static AnswerModel train(List<AnswerThread> threads, List<AnswerExample> more) {
        List<AnswerExample> examples = new ArrayList<>(AnswerExamples.of(threads));
        examples.addAll(more);
        return train(examples);
    }

    /**
     * Trains on all examples.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static AnswerModel train(List<AnswerExample> examples) {
        if (examples.isEmpty()) {
            throw new IllegalArgumentException("no labelled official message to train on");
        }
        Feature[][] rows = new Feature[examples.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = row(examples.get(i));
        }
        int kinds = AnswerModel.KINDS.length;
        double[] bias = new double[kinds];
        double[][] weights = new double[kinds][];
        for (int kind = 0; kind < kinds; kind++) {
            double[] labels = new double[rows.length];
            for (int i = 0; i < rows.length; i++) {
                labels[i] = examples.get(i).kind().ordinal() == kind ? 1 : -1;
            }
            double[] found = trainOne(rows, labels);
            bias[kind] = found[BIAS - 1];
            weights[kind] = found;
        }
        return new AnswerModel(bias, weights);
    }

    /** Weights of the places, the bias behind them. */
    private static double[] trainOne(Feature[][] rows, double[] labels) {
        double[] weights = new double[BIAS];
        boolean both = false;
        for (double label : labels) {
            both |= label != labels[0];
        }
        if (!both) {
            weights[BIAS - 1] = labels[0] > 0 ? -NEVER : NEVER;
            return weights;
        }
        Problem problem = new Problem();
        problem.l = rows.length;
        problem.n = BIAS;
        problem.x = rows;
        problem.y = labels;
        problem.bias = 1;
        Model model = Linear.train(problem, new Parameter(SolverType.L2R_LR, COST, EPSILON));
        double sign = model.getLabels()[0] > 0 ? 1 : -1;
        double[] found = model.getFeatureWeights();
        for (int i = 0; i < BIAS; i++) {
            weights[i] = sign * found[i];
        }
        return weights;
    }

    private static Feature[] row(AnswerExample example) {
        String seen = Seen.of(example.text());
        AnswerText text = AnswerText.of(seen);
        boolean promises =
                example.published() != null
                        && PromisedDates.find(seen, example.published()) != null;
        int[] places = AnswerFeatures.places(text, AnswerCue.speaking(text), promises);
        boolean contextKnown = example.context() != AnswerContext.UNKNOWN;
        int context = AnswerFeatures.place(example.context());
        int[] all =
                contextKnown
                        ? IntStream.concat(Arrays.stream(places), IntStream.of(context))
                                .distinct()
                                .sorted()
                                .toArray()
                        : places;
        Feature[] row = new Feature[all.length + 1];
        for (int i = 0; i < all.length; i++) {
            row[i] = new FeatureNode(all[i] + 1, 1);
        }
        row[all.length] = new FeatureNode(BIAS, 1);
        return row;
    }
}
