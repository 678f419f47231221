package io.otklik.language.model;

import io.otklik.language.text.Tokens;

import java.util.Arrays;

/**
 * What reading needs beside the model: what each token of the text at hand spoke for, and the sums
 * of the words met last, for texts repeat their words. For one model and one thread.
 */
public final class ReadingBuffers {

    private static final int BITS = 15;
    private static final int SPREAD = 0x9E3779B9;

    private final String[] words = new String[1 << BITS];
    private final float[] sums = new float[KindModel.OUTPUTS << BITS];
    private float[] byToken = new float[64];

    /** Forgets the last text. */
    void clear(int tokens) {
        if (byToken.length < tokens) {
            byToken = new float[tokens * 2];
        }
        Arrays.fill(byToken, 0, tokens, 0);
    }

    void note(int token, float weight) {
        byToken[token] += weight;
    }

    /** Where the sums of a word begin in {@link #sums}, or −1 if they are to be filled in. */
    int known(String word) {
        int slot = slot(word);
        return word.equals(words[slot]) ? slot * KindModel.OUTPUTS : -1;
    }

    /** Makes room for a word's sums, which are zero then. */
    int remember(String word) {
        int slot = slot(word);
        words[slot] = word;
        int at = slot * KindModel.OUTPUTS;
        Arrays.fill(sums, at, at + KindModel.OUTPUTS, 0);
        return at;
    }

    float[] sums() {
        return sums;
    }

    /** The token that weighs most; −1 if none weighs as much as {@code least}. */
    public int mostTelling(Tokens tokens, float least) {
        int best = -1;
        for (int i = 0; i < tokens.size(); i++) {
            float weight = Math.abs(byToken[i]);
            if (weight >= least && (best < 0 || weight > Math.abs(byToken[best]))) {
                best = i;
            }
        }
        return best;
    }

    /** Takes a token's weight, so that {@link #mostTelling} goes on to another. */
    public float take(int token) {
        float weight = byToken[token];
        byToken[token] = 0;
        return weight;
    }

    private static int slot(String word) {
        return (word.hashCode() * SPREAD) >>> (32 - BITS);
    }
}
