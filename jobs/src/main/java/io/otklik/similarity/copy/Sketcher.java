package io.otklik.similarity.copy;

import io.otklik.similarity.Hashing;
import io.otklik.similarity.Words;

import java.util.Arrays;

/**
 * Makes the {@link Sketch} of a text and draws its lots.
 *
 * <p>Candidates for near copies are found by lots: each of {@link #LOTS} lots draws one pair of
 * neighbouring words, by a hash, so that a copy that still has the pair mostly draws the same. Two
 * texts draw alike in a lot with the probability of their weighted Jaccard similarity (exponential
 * sampling, which is MinHash for weighted sets): a pair of telling words is drawn rather than
 * «детский сад», which stands in thousands of texts. With half of the weight in common ten lots
 * miss a copy once in 1,024 times at most, with a quarter once in 18. A bucket is a pair, whichever
 * lot drew it: several lots of a text mostly draw the same, so that it stands in six or seven.
 *
 * <p>Immutable and safe for many threads.
 */
public final class Sketcher {

    /** Lots that are drawn. */
    public static final int LOTS = 10;

    /** With fewer telling words two texts are alike by chance. */
    public static final int LEAST_WORDS = 3;

    /** With fewer only exact copies are told. */
    public static final int LEAST_FOR_NEAR = 6;

    /** Hashes kept of a long text, at most. */
    private static final int MOST_HASHES = 128;

    private static final long[] NO_BUCKETS = new long[0];
    private static final long[] SEEDS = seeds();

    /** The sketch of a text; null if it has too few telling words. */
    public Sketch sketch(Words words) {
        int size = words.size();
        if (size < LEAST_WORDS) {
            return null;
        }
        long[] hashes = hashes(words);
        long[] sorted = hashes.clone();
        Arrays.sort(sorted);
        long textId = words.negations();
        for (long hash : sorted) {
            textId = Hashing.of(textId, hash);
        }
        int thinning = 0;
        while (size >> thinning > MOST_HASHES) {
            thinning++;
        }
        char[] inOrder = new char[size];
        for (int i = 0; i < size; i++) {
            inOrder[i] = (char) hashes[i];
        }
        return Sketch.of(textId, inOrder, words.numbers(), thinning);
    }

    /**
     * The buckets of the pairs that a text draws, each once; none for a text that is too short for
     * near copies.
     */
    public long[] buckets(Words words) {
        if (words.size() < LEAST_FOR_NEAR) {
            return NO_BUCKETS;
        }
        long[] pairs = pairs(hashes(words));
        long[] drawn = new long[LOTS];
        double[] least = new double[LOTS];
        Arrays.fill(least, Double.MAX_VALUE);
        for (int i = 0; i < pairs.length; i++) {
            double weight = words.weights()[i] + words.weights()[i + 1];
            // Squared: common pairs are many, and their buckets would hold thousands of texts.
            double rate = 1.0 / (weight * weight);
            for (int lot = 0; lot < LOTS; lot++) {
                double unit = Hashing.unit(Hashing.mix(pairs[i] ^ SEEDS[lot]));
                // -log(u) is 1 - u at least: of ten lots nine need no logarithm.
                if ((1 - unit) * rate >= least[lot]) {
                    continue;
                }
                double waits = -Math.log(unit) * rate;
                if (waits < least[lot]) {
                    least[lot] = waits;
                    drawn[lot] = pairs[i];
                }
            }
        }
        return Arrays.stream(drawn).sorted().distinct().toArray();
    }

    private static long[] hashes(Words words) {
        long[] hashes = new long[words.size()];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = Hashing.of(words.stems().get(i));
        }
        return hashes;
    }

    private static long[] pairs(long[] hashes) {
        long[] pairs = new long[hashes.length - 1];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = Hashing.of(hashes[i], hashes[i + 1]);
        }
        return pairs;
    }

    private static long[] seeds() {
        long[] seeds = new long[LOTS];
        for (int lot = 0; lot < LOTS; lot++) {
            seeds[lot] = Hashing.mix(lot);
        }
        return seeds;
    }
}
