package io.otklik.similarity.copy;

import java.util.Arrays;

/**
 * What is kept of a text to tell its copies: hashes only, no word of it. Arrays are ascending and
 * must not be changed.
 *
 * @param textId of the text's telling words whatever their order: texts with the same are the same
 * @param words hashes of its telling words
 * @param pairs hashes of neighbouring telling words, in order within a pair
 * @param numbers hashes of its numbers
 * @param bands pairs chosen by lot, see {@link Sketcher}; empty for a text too short for near
 *     copies
 * @param thinning of a long text only hashes with so many zero bits at the end are kept
 */
public record Sketch(
        long textId, int[] words, int[] pairs, int[] numbers, long[] bands, int thinning) {

    /** Whether it takes part in the search for near copies. */
    public boolean searchable() {
        return bands.length > 0;
    }

    /** The lot that both have drawn alike first; −1 if none. */
    public int firstCommonBand(Sketch other) {
        for (int i = 0; i < Math.min(bands.length, other.bands.length); i++) {
            if (bands[i] == other.bands[i]) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sketch that
                && textId == that.textId
                && thinning == that.thinning
                && Arrays.equals(words, that.words)
                && Arrays.equals(pairs, that.pairs)
                && Arrays.equals(numbers, that.numbers)
                && Arrays.equals(bands, that.bands);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(textId);
    }

    @Override
    public String toString() {
        return "Sketch " + Long.toHexString(textId);
    }
}
