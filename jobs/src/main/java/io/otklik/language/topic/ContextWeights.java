package io.otklik.language.topic;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How much a message's own words, its parent's, its post's and those of the messages above that ask
 * count for its group, by how sure its own words are: «а у нас когда?» leans on the post, «не горят
 * фонари во дворе» does not, whatever the post and those above speak about.
 *
 * @param weights for each class of {@link #bucket} the weights of own, parent, post and asked
 * @param bias of each group: how much commoner it is under posts than among all texts; counts where
 *     a message's own words leave its group open
 */
record ContextWeights(float[] weights, float[] bias) {

    static final int ROLES = 4;

    /** Up to this many words a message says little by itself. */
    private static final int FEW_WORDS = 7;

    /** Says nearly nothing: few words, none of them telling. */
    static final int POOR = 0;

    /** Says something, but not of which group. */
    static final int OPEN = 1;

    /** Says by itself what it is about. */
    static final int SURE = 2;

    static final int BUCKETS = 3;

    /** Own words that give a group this share need no context. */
    private static final float SURE_SHARE = 0.5f;

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
        if (own.top() >= SURE_SHARE) {
            return SURE;
        }
        return own.words() <= FEW_WORDS && !own.strong() ? POOR : OPEN;
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

    /** What the weights add to a group for a message under a post. */
    float bias(int bucket, int group) {
        return bucket == SURE ? 0 : bias[group];
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
