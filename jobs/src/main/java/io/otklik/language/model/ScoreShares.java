package io.otklik.language.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * How the probabilities that an answer is needed spread over ten equal buckets on the threads that
 * the model was calibrated on: what the spread of new messages is held against. Immutable.
 */
public final class ScoreShares {

    public static final int BUCKETS = 10;

    /** Nothing is known: no drift is told. */
    public static final ScoreShares UNKNOWN = new ScoreShares(new float[BUCKETS]);

    /** With fewer messages the spread is chance. */
    private static final long FEWEST = 200;

    /** A share that counts for an empty bucket, so that one message does not weigh without end. */
    private static final double LEAST_SHARE = 0.001;

    private final float[] shares;

    private ScoreShares(float[] shares) {
        this.shares = shares;
    }

    /** Of counts of messages, one a bucket; {@link #UNKNOWN} if there are none. */
    public static ScoreShares of(long[] counts) {
        long all = Arrays.stream(counts).sum();
        if (all == 0) {
            return UNKNOWN;
        }
        float[] shares = new float[BUCKETS];
        for (int i = 0; i < BUCKETS; i++) {
            shares[i] = (float) ((double) counts[i] / all);
        }
        return new ScoreShares(shares);
    }

    /** The bucket of a probability. */
    public static int bucket(double probability) {
        return Math.max(0, Math.min(BUCKETS - 1, (int) (probability * BUCKETS)));
    }

    /**
     * The population stability index of new messages against these shares: Σ (q − p) ln(q / p). By
     * its custom below 0.1 nothing has changed, from 0.25 on much has. Zero while there are fewer
     * than 200 messages.
     *
     * @param counts of new messages, one a bucket
     */
    public double drift(long[] counts) {
        long all = Arrays.stream(counts).sum();
        if (all < FEWEST || this == UNKNOWN) {
            return 0;
        }
        double drift = 0;
        for (int i = 0; i < BUCKETS; i++) {
            double expected = Math.max(LEAST_SHARE, shares[i]);
            double found = Math.max(LEAST_SHARE, (double) counts[i] / all);
            drift += (found - expected) * Math.log(found / expected);
        }
        return drift;
    }

    void write(DataOutput out) throws IOException {
        for (float share : shares) {
            out.writeFloat(share);
        }
    }

    static ScoreShares read(DataInput in) throws IOException {
        float[] shares = new float[BUCKETS];
        boolean any = false;
        for (int i = 0; i < BUCKETS; i++) {
            shares[i] = in.readFloat();
            any |= shares[i] > 0;
        }
        return any ? new ScoreShares(shares) : UNKNOWN;
    }
}
