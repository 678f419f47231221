package io.otklik.language.topic;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Collection;

/** Puts trained weights together as a {@link TopicModel}: as bytes, small ones left out. */
final class TopicModelBuilder {

    /** Weights of topics below this share of the topic's greatest are left out. */
    private static final float LEAST_TOPIC_WEIGHT = 0.05f;

    /** Score of a class that no text has: out of sight whatever the others say. */
    private static final float NEVER = -12;

    private final TopicCatalog catalog;
    private final int[] keys;
    private final byte[][] groups;
    private final float[] groupScale;
    private final float[] groupBias;
    private final byte[][] topics;
    private final float[] topicScale;
    private final float[] topicBias;

    TopicModelBuilder(TopicCatalog catalog, Collection<Integer> features) {
        this.catalog = catalog;
        this.keys = features.stream().mapToInt(Integer::intValue).toArray();
        this.groups = new byte[catalog.groupCount()][];
        this.groupScale = new float[catalog.groupCount()];
        this.groupBias = new float[catalog.groupCount()];
        this.topics = new byte[catalog.topicCount()][];
        this.topicScale = new float[catalog.topicCount()];
        this.topicBias = new float[catalog.topicCount()];
        Arrays.fill(groupBias, NEVER);
        Arrays.fill(topicBias, NEVER);
    }

    void group(int group, float[] weights) {
        groupScale[group] = scale(weights);
        groupBias[group] = weights[keys.length];
        groups[group] = quantised(weights, groupScale[group], 0);
    }

    void topic(int topic, float[] weights) {
        topicScale[topic] = scale(weights);
        topicBias[topic] = weights[keys.length];
        topics[topic] = quantised(weights, topicScale[topic], LEAST_TOPIC_WEIGHT);
    }

    private float scale(float[] weights) {
        float max = 0;
        for (int row = 0; row < keys.length; row++) {
            max = Math.max(max, Math.abs(weights[row]));
        }
        return max / Byte.MAX_VALUE;
    }

    private byte[] quantised(float[] weights, float scale, float least) {
        byte[] bytes = new byte[keys.length];
        if (scale > 0) {
            for (int row = 0; row < keys.length; row++) {
                int rounded = Math.round(weights[row] / scale);
                bytes[row] = (byte) (Math.abs(rounded) < least * Byte.MAX_VALUE ? 0 : rounded);
            }
        }
        return bytes;
    }

    TopicModel build() {
        byte[] groupRows = new byte[keys.length * catalog.groupCount()];
        int[] start = new int[keys.length + 1];
        short[] ids = new short[1024];
        ByteArrayOutputStream weights = new ByteArrayOutputStream();
        for (int row = 0; row < keys.length; row++) {
            for (int group = 0; group < groups.length; group++) {
                if (groups[group] != null) {
                    groupRows[row * groups.length + group] = groups[group][row];
                }
            }
            for (int topic = 0; topic < topics.length; topic++) {
                if (topics[topic] != null && topics[topic][row] != 0) {
                    if (weights.size() == ids.length) {
                        ids = Arrays.copyOf(ids, ids.length * 2);
                    }
                    ids[weights.size()] = (short) topic;
                    weights.write(topics[topic][row]);
                }
            }
            start[row + 1] = weights.size();
        }
        return new TopicModel(
                keys,
                groupRows,
                groupScale,
                groupBias,
                start,
                Arrays.copyOf(ids, weights.size()),
                weights.toByteArray(),
                topicScale,
                topicBias,
                ContextWeights.plain());
    }
}
