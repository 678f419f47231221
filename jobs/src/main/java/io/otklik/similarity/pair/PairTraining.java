package io.otklik.similarity.pair;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import io.otklik.language.text.Tokenizer;
import io.otklik.similarity.WordWeights;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Trains the {@link PairModel} and judges it on pairs that it has not seen. */
public final class PairTraining {

    private static final int FOLDS = 5;
    private static final double COST = 1;
    private static final double PRECISION = 1e-4;

    private final List<LabelledPair> pairs;
    private final List<double[]> features = new ArrayList<>();

    public PairTraining(List<LabelledPair> pairs) {
        this.pairs = List.copyOf(pairs);
        Tokenizer tokenizer = new Tokenizer();
        WordWeights weights = WordWeights.bundled();
        for (LabelledPair pair : pairs) {
            features.add(
                    PairFeatures.of(
                            Statement.of(tokenizer.read(pair.first()), weights),
                            Statement.of(tokenizer.read(pair.second()), weights)));
        }
    }

    /** The model of all pairs, as its file says it. */
    public String train() {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            all.add(i);
        }
        return fit(all).toYaml(
                        """
                        How probable it is that two short texts state the same: weights of the features that
                        io.otklik.similarity.pair.PairFeatures names. Computed by `otklik claims train --part pairs`.""");
    }

    /**
     * The probability of each pair by a model that was trained without its fold (a fifth of the
     * file, in one piece) and without any pair that has a text in common with it.
     */
    public double[] crossValidated() {
        double[] scores = new double[pairs.size()];
        for (int fold = 0; fold < FOLDS; fold++) {
            Set<String> judged = new HashSet<>();
            for (int i = 0; i < pairs.size(); i++) {
                if (foldOf(i) == fold) {
                    judged.add(pairs.get(i).first());
                    judged.add(pairs.get(i).second());
                }
            }
            List<Integer> known = new ArrayList<>();
            for (int i = 0; i < pairs.size(); i++) {
                if (!judged.contains(pairs.get(i).first())
                        && !judged.contains(pairs.get(i).second())) {
                    known.add(i);
                }
            }
            PairModel model = fit(known);
            for (int i = 0; i < pairs.size(); i++) {
                if (foldOf(i) == fold) {
                    scores[i] = model.probability(features.get(i));
                }
            }
        }
        return scores;
    }

    private int foldOf(int pair) {
        return (int) ((long) pair * FOLDS / pairs.size());
    }

    private PairModel fit(List<Integer> of) {
        Problem problem = new Problem();
        problem.l = of.size();
        problem.n = PairFeatures.NAMES.size() + 1;
        problem.x = new Feature[problem.l][];
        problem.y = new double[problem.l];
        for (int i = 0; i < problem.l; i++) {
            problem.x[i] = vector(features.get(of.get(i)));
            problem.y[i] = pairs.get(of.get(i)).same() ? 1 : -1;
        }
        Linear.disableDebugOutput();
        Model model = Linear.train(problem, new Parameter(SolverType.L2R_LR, COST, PRECISION));
        double sign = model.getLabels()[0] == 1 ? 1 : -1;
        double[] weights = model.getFeatureWeights();
        double[] own = new double[PairFeatures.NAMES.size()];
        for (int i = 0; i < own.length; i++) {
            own[i] = sign * weights[i];
        }
        return new PairModel(sign * weights[own.length], own);
    }

    private static Feature[] vector(double[] features) {
        Feature[] vector = new Feature[features.length + 1];
        for (int i = 0; i < features.length; i++) {
            vector[i] = new FeatureNode(i + 1, features[i]);
        }
        vector[features.length] = new FeatureNode(features.length + 1, 1);
        return vector;
    }
}
