package io.otklik.language.topic;

/**
 * The topics' weights of all features. Most features bear on a topic or two; the commonest bear on
 * a hundred, and as a text has a score of these they were nine tenths of all additions: their
 * weights stand in full rows, which the processor adds eight at a time. Immutable.
 */
final class TopicWeights {

    /** Topics on which a row bears from which on it stands in full. */
    private static final int FULL = 32;

    /** Where each row begins in {@link #topicIds}, and where the last ends. */
    private final int[] topicStart;

    private final short[] topicIds;

    /** Each weight times its topic's scale. */
    private final float[] weights;

    /** For each row a weight for every topic; null for a row that bears on few. */
    private final float[][] full;

    private final float[] bias;

    /** What a topic is likely where no feature bears on it: most topics of most texts. */
    private final float[] biasExp;

    TopicWeights(
            int[] topicStart, short[] topicIds, byte[] topicWeights, float[] scale, float[] bias) {
        this.topicStart = topicStart;
        this.topicIds = topicIds;
        this.bias = bias;
        weights = new float[topicIds.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = topicWeights[i] * scale[topicIds[i]];
        }
        full = new float[topicStart.length - 1][];
        for (int row = 0; row < full.length; row++) {
            if (topicStart[row + 1] - topicStart[row] >= FULL) {
                full[row] = new float[bias.length];
                addFew(row, 1, full[row]);
            }
        }
        biasExp = new float[bias.length];
        for (int topic = 0; topic < bias.length; topic++) {
            biasExp[topic] = (float) Math.exp(bias[topic]);
        }
    }

    /** The score of each topic for a text. */
    float[] scores(TextRows text) {
        float[] scores = bias.clone();
        add(text.rows(), 0, text.words(), text.wordValue(), scores);
        add(text.rows(), text.words(), text.all(), text.signValue(), scores);
        return scores;
    }

    private void add(int[] rows, int begin, int end, float value, float[] scores) {
        for (int i = begin; i < end; i++) {
            float[] row = full[rows[i]];
            if (row == null) {
                addFew(rows[i], value, scores);
            } else {
                addFull(row, value, scores);
            }
        }
    }

    private void addFew(int row, float value, float[] scores) {
        for (int at = topicStart[row]; at < topicStart[row + 1]; at++) {
            scores[topicIds[at]] += weights[at] * value;
        }
    }

    private static void addFull(float[] row, float value, float[] scores) {
        for (int topic = 0; topic < scores.length; topic++) {
            scores[topic] += row[topic] * value;
        }
    }

    /** {@link Math#exp} of a topic's score. */
    float exp(int topic, float score) {
        return score == bias[topic] ? biasExp[topic] : (float) Math.exp(score);
    }
}
