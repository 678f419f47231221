package io.otklik.language.topic;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Trains the weights of texts: which group, over all texts, and which topic inside each group, over
 * the group's texts whose topic is known. Deterministic: the same texts in the same order give the
 * same model.
 */
final class TopicTrainer {

    /** Inverse strength of the regularisation, chosen on texts left out. */
    private static final double COST = 1;

    private static final double PRECISION = 0.1;

    /** A feature seen in fewer texts is left out. */
    private static final int LEAST_TEXTS = 2;

    private static final long SEED = 1;

    static {
        // The trainer tells its progress on standard output, where a command's answer stands.
        Linear.disableDebugOutput();
    }

    private final TopicCatalog catalog = TopicCatalog.bundled();

    /**
     * One text with its labels.
     *
     * @param topic -1 where only the group is known
     * @param weight how many times it counts
     */
    record Labelled(TopicFeatures features, int group, int topic, int weight) {}

    /**
     * Trains on texts; the context's weights are left plain.
     *
     * @param topics whether topics are trained too, not groups alone
     */
    TopicModel train(List<Labelled> texts, boolean topics) {
        Map<Integer, Integer> rows = rows(texts);
        List<Feature[]> vectors = new ArrayList<>();
        for (Labelled text : texts) {
            vectors.add(vector(text.features, rows));
        }
        TopicModelBuilder builder = new TopicModelBuilder(catalog, rows.keySet());
        Samples all = new Samples(rows.size());
        for (int i = 0; i < texts.size(); i++) {
            all.add(vectors.get(i), texts.get(i).group, texts.get(i).weight);
        }
        all.fit(builder::group);
        for (int group = 0; topics && group < catalog.groupCount(); group++) {
            Samples ofGroup = new Samples(rows.size());
            for (int i = 0; i < texts.size(); i++) {
                Labelled text = texts.get(i);
                if (text.topic >= 0 && text.group == group) {
                    ofGroup.add(vectors.get(i), text.topic, text.weight);
                }
            }
            ofGroup.fit(builder::topic);
        }
        return builder.build();
    }

    /** Rows of the features that enough texts have, in the order of their hashes. */
    private static Map<Integer, Integer> rows(List<Labelled> texts) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (Labelled text : texts) {
            for (int hash : text.features.distinct()) {
                counts.merge(hash, 1, Integer::sum);
            }
        }
        Map<Integer, Integer> rows = new TreeMap<>();
        counts.forEach(
                (hash, count) -> {
                    if (count >= LEAST_TEXTS) {
                        rows.put(hash, 0);
                    }
                });
        int row = 0;
        for (Map.Entry<Integer, Integer> entry : rows.entrySet()) {
            entry.setValue(row++);
        }
        return rows;
    }

    /** The features that have rows, ascending as the trainer wants them, and the constant one. */
    private static Feature[] vector(TopicFeatures features, Map<Integer, Integer> rows) {
        TreeMap<Integer, Double> values = new TreeMap<>();
        for (int i = 0; i < features.size(); i++) {
            Integer row = rows.get(features.hash(i));
            if (row != null) {
                double value = i < features.words() ? features.wordValue() : features.signValue();
                values.merge(row + 1, value, Double::sum);
            }
        }
        values.put(rows.size() + 1, 1.0);
        return values.entrySet().stream()
                .map(entry -> new FeatureNode(entry.getKey(), entry.getValue()))
                .toArray(Feature[]::new);
    }

    /** Receives the weights of one class; the last is its bias. */
    interface ClassWeights {
        void accept(int label, float[] weights);
    }

    /** Texts with labels of one question. */
    private static final class Samples {
        private final int rows;
        private final List<Feature[]> vectors = new ArrayList<>();
        private final List<Integer> labels = new ArrayList<>();

        Samples(int rows) {
            this.rows = rows;
        }

        void add(Feature[] vector, int label, int weight) {
            for (int i = 0; i < weight; i++) {
                vectors.add(vector);
                labels.add(label);
            }
        }

        /** One against the rest for each class; nothing where there are no two classes. */
        void fit(ClassWeights receiver) {
            if (labels.stream().distinct().limit(2).count() < 2) {
                return;
            }
            Problem problem = new Problem();
            problem.l = labels.size();
            problem.n = rows + 1;
            problem.x = vectors.toArray(Feature[][]::new);
            problem.y = labels.stream().mapToDouble(Integer::doubleValue).toArray();
            Parameter parameter = new Parameter(SolverType.L2R_LR_DUAL, COST, PRECISION);
            parameter.setRandom(new Random(SEED));
            Model model = new Linear().train(problem, parameter);
            int classes = model.getNrClass();
            // Of two classes the trainer keeps one column: the second is its opposite.
            int columns = classes == 2 ? 1 : classes;
            double[] trained = model.getFeatureWeights();
            for (int c = 0; c < classes; c++) {
                int sign = c < columns ? 1 : -1;
                float[] weights = new float[rows + 1];
                for (int row = 0; row <= rows; row++) {
                    weights[row] = (float) (sign * trained[row * columns + c % columns]);
                }
                receiver.accept(model.getLabels()[c], weights);
            }
        }
    }
}
