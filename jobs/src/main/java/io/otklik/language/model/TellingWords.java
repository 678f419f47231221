package io.otklik.language.model;

import io.otklik.language.text.Tokens;

import java.util.Arrays;

/** Adds up what each token of a text spoke for, and names the most telling ones. */
public final class TellingWords {

    private float[] byToken = new float[64];

    /** Forgets the last text. */
    public void clear(int tokens) {
        if (byToken.length < tokens) {
            byToken = new float[tokens * 2];
        }
        Arrays.fill(byToken, 0, tokens, 0);
    }

    void note(FeatureType type, int token, float weight) {
        byToken[token] += weight;
    }

    /** The token that weighs most, marked as used; −1 if none weighs enough. */
    public int next(Tokens tokens, float least) {
        int best = -1;
        for (int i = 0; i < tokens.size(); i++) {
            if (Math.abs(byToken[i]) >= least
                    && (best < 0 || Math.abs(byToken[i]) > Math.abs(byToken[best]))) {
                best = i;
            }
        }
        return best;
    }

    /** Takes a token's weight, so that {@link #next} goes on to another. */
    public float take(int token) {
        float weight = byToken[token];
        byToken[token] = 0;
        return weight;
    }
}
