package io.otklik.language.topic;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Trains the weights of texts: one logistic regression a group over all texts, one a topic over
 * those whose topic is known. Deterministic: the same texts in the same order give the same model.
 */
final class TopicTrainer {

    /** Inverse strength of the regularisation, chosen on the walls by threads left out. */
    private static final double COST = Double.parseDouble(System.getProperty("cost", "0.5"));
    private static final double TCOST = Double.parseDouble(System.getProperty("tcost", "0.5"));

    private static final double PRECISION = Double.parseDouble(System.getProperty("eps", "0.1"));

    /** A word seen in fewer texts is left out. */
    private static final int LEAST_TEXTS = 2;

    /** Weights of topics below this share of the topic's greatest are left out. */
    private static final float LEAST_TOPIC_WEIGHT = 0.04f;

    private final TopicLexicon lexicon;
    private final TopicCatalog catalog = TopicCatalog.bundled();

    TopicTrainer(TopicLexicon lexicon) {
        this.lexicon = lexicon;
    }

    /**
     * One text with its labels.
     *
     * @param topic -1 where only the group is known
     * @param weight how many times it counts
     */
    record Labelled(TopicFeatures features, int group, int topic, int weight) {}

    TopicModel train(List<Labelled> texts) {
        Map<Integer, Integer> rows = rows(texts);
        int[] keys = rows.keySet().stream().mapToInt(Integer::intValue).toArray();
        Weights groups = fit(texts, rows, catalog.groupCount(), false);
        Weights topics = fit(texts, rows, catalog.topicCount(), true);
        byte[] groupWeights = new byte[keys.length * catalog.groupCount()];
        float[] groupScale = new float[catalog.groupCount()];
        for (int g = 0; g < catalog.groupCount(); g++) {
            groupScale[g] = groups.scale(g);
            for (int row = 0; row < keys.length; row++) {
                groupWeights[row * catalog.groupCount() + g] =
                        quantised(groups.of(g, row), groupScale[g]);
            }
        }
        float[] topicScale = new float[catalog.topicCount()];
        for (int t = 0; t < catalog.topicCount(); t++) {
            topicScale[t] = topics.scale(t);
        }
        int[] start = new int[keys.length + 1];
        List<Short> ids = new ArrayList<>();
        List<Byte> weights = new ArrayList<>();
        for (int row = 0; row < keys.length; row++) {
            for (int t = 0; t < catalog.topicCount(); t++) {
                byte weight = quantised(topics.of(t, row), topicScale[t]);
                if (Math.abs(weight) > LEAST_TOPIC_WEIGHT * Byte.MAX_VALUE) {
                    ids.add((short) t);
                    weights.add(weight);
                }
            }
            start[row + 1] = ids.size();
        }
        short[] topicIds = new short[ids.size()];
        byte[] topicWeights = new byte[ids.size()];
        for (int i = 0; i < topicIds.length; i++) {
            topicIds[i] = ids.get(i);
            topicWeights[i] = weights.get(i);
        }
        return new TopicModel(
                keys,
                groupWeights,
                groupScale,
                groups.bias,
                start,
                topicIds,
                topicWeights,
                topicScale,
                topics.bias,
                ContextWeights.plain());
    }

    private static byte quantised(double weight, float scale) {
        return scale == 0 ? 0 : (byte) Math.round(weight / scale);
    }

    /** Rows of the features that enough texts have, in the order of their hashes. */
    private static Map<Integer, Integer> rows(List<Labelled> texts) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (Labelled text : texts) {
            int[] hashes = new int[text.features.size()];
            for (int i = 0; i < hashes.length; i++) {
                hashes[i] = text.features.hash(i);
            }
            for (int hash : Arrays.stream(hashes).distinct().toArray()) {
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

    private static Weights fit(
            List<Labelled> texts, Map<Integer, Integer> rows, int classes, boolean topics) {
        List<Feature[]> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        for (Labelled text : texts) {
            int label = topics ? text.topic : text.group;
            if (label < 0) {
                continue;
            }
            Feature[] vector = vector(text.features, rows);
            for (int i = 0; i < text.weight; i++) {
                x.add(vector);
                y.add((double) label);
            }
        }
        Problem problem = new Problem();
        problem.l = x.size();
        problem.n = rows.size() + 1;
        problem.x = x.toArray(Feature[][]::new);
        problem.y = y.stream().mapToDouble(Double::doubleValue).toArray();
        problem.bias = -1;
        SolverType solver = SolverType.valueOf(System.getProperty("solver", "L2R_L2LOSS_SVC_DUAL"));
        Parameter parameter = new Parameter(solver, topics ? TCOST : COST, PRECISION);
        parameter.setRandom(new java.util.Random(1));
        long t0 = System.nanoTime();
        Model model = new Linear().train(problem, parameter);
        System.out.println("fit " + topics + " " + x.size() + " " + (System.nanoTime() - t0) / 1e9);
        return new Weights(model, classes, rows.size());
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

    /** Weights of all classes as the trainer found them; of classes without texts: never. */
    private static final class Weights {

        /** Score of a class that has no texts: out of sight whatever the others say. */
        private static final float NEVER = -12;

        private final double[] weights;
        private final int[] columnOf;
        private final int columns;
        private final float[] bias;
        private final int rows;

        Weights(Model model, int classes, int rows) {
            this.weights = model.getFeatureWeights();
            this.columns = model.getNrClass();
            this.rows = rows;
            this.columnOf = new int[classes];
            Arrays.fill(columnOf, -1);
            for (int column = 0; column < columns; column++) {
                columnOf[model.getLabels()[column]] = column;
            }
            this.bias = new float[classes];
            for (int c = 0; c < classes; c++) {
                bias[c] = columnOf[c] < 0 ? NEVER : (float) of(c, rows);
            }
        }

        double of(int label, int row) {
            return columnOf[label] < 0 ? 0 : weights[row * columns + columnOf[label]];
        }

        float scale(int label) {
            double max = 0;
            for (int row = 0; row < rows; row++) {
                max = Math.max(max, Math.abs(of(label, row)));
            }
            return (float) (max / Byte.MAX_VALUE);
        }
    }
}
