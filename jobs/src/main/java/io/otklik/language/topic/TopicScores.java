package io.otklik.language.topic;

import java.util.Arrays;

/** What texts say of each topic together. They speak of a few topics of hundreds. */
final class TopicScores {

    private final float[] scores;
    private int[] spoken = new int[32];
    private int count;

    TopicScores(int topics) {
        scores = new float[topics];
    }

    /**
     * Adds what one text says of its best topics.
     *
     * @param reading null: nothing
     */
    void add(TopicReading reading, float weight) {
        if (reading == null || weight <= 0) {
            return;
        }
        for (int i = 0; i < reading.topics().length; i++) {
            int topic = reading.topics()[i];
            boolean silent = scores[topic] == 0;
            scores[topic] += (float) (weight * Math.exp(reading.topicScore(i)));
            if (silent && scores[topic] != 0) {
                note(topic);
            }
        }
    }

    private void note(int topic) {
        if (count == spoken.length) {
            spoken = Arrays.copyOf(spoken, count * 2);
        }
        spoken[count++] = topic;
    }

    void scale(int topic, float factor) {
        scores[topic] *= factor;
    }

    float of(int topic) {
        return scores[topic];
    }

    /** The topics that are spoken of, ascending. */
    int[] spoken() {
        int[] topics = Arrays.copyOf(spoken, count);
        Arrays.sort(topics);
        return topics;
    }
}
