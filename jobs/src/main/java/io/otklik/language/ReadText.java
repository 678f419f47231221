package io.otklik.language;

import io.otklik.language.text.Tokens;

/**
 * A text taken apart: what models are trained on and read from.
 *
 * @param rules bit set of the rules that spoke
 * @param signs bit set of {@link Sign}
 */
public record ReadText(Tokens tokens, long rules, int signs, int words) {

    private static final float[] NO_SCORES = new float[0];

    /** A reading without scores: enough for a context. */
    public Reading bare() {
        return new Reading(NO_SCORES, signs, rules, words, null, null, null, null, null, "");
    }
}
