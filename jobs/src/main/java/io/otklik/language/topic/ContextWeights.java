package io.otklik.language.topic;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How much a message's own words, its parent's, its post's and those of the messages above that ask
 * count for its group, by how much the message says itself: «а у нас когда?» leans on the post, «не
 * горят фонари во дворе» does not.
 *
 * @param weights for each class of {@link #bucket} the weights of own, parent, post and asked
 * @param bias of each group: how much commoner it is under posts than among all texts
 */
record ContextWeights(float[] weights, float[] bias) {

    static final int ROLES = 4;

    /** Up to this many words a message says little by itself. */
    private static final int FEW_WORDS = 7;

    static final int BUCKETS = 4;

    /** Own words alone: where no thread was there to learn from. */
    static ContextWeights plain() {
        float[] weights = new float[BUCKETS * ROLES];
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            weights[bucket * ROLES] = 1;
        }
        return new ContextWeights(weights, new float[TopicCatalog.bundled().groupCount()]);
    }

    /** Class of a message by what it says itself. */
    static int bucket(TopicReading own) {
        return (own.strong() ? 2 : 0) + (own.words() > FEW_WORDS ? 1 : 0);
    }

    float own(int bucket) {
        return weights[bucket * ROLES];
    }

    float parent(int bucket) {
        return weights[bucket * ROLES + 1];
    }

    float post(int bucket) {
        return weights[bucket * ROLES + 2];
    }

    float asked(int bucket) {
        return weights[bucket * ROLES + 3];
    }

    void write(DataOutput out) throws IOException {
        TopicModel.writeAll(out, weights);
        TopicModel.writeAll(out, bias);
    }

    static ContextWeights read(DataInput in, int groups) throws IOException {
        return new ContextWeights(
                TopicModel.readAll(in, BUCKETS * ROLES), TopicModel.readAll(in, groups));
    }
}
