package io.otklik.similarity.copy;

import java.util.Arrays;

/**
 * What is kept of a text to tell its copies: hashes only, no word of it. Ten buckets hold it, hence
 * it is packed: hashes have 16 bits, and two texts have one too many in common once in hundreds of
 * times, which is less than {@link CopyRule} notices.
 *
 * @param textId of the text's telling words whatever their order: texts with the same are the same
 * @param packed thinning and the lengths of the parts, then the parts: words, pairs, numbers; must
 *     not be changed
 */
public record Sketch(long textId, char[] packed) {

    private static final int WORDS = 1;
    private static final int PAIRS = 2;
    private static final int NUMBERS = 3;
    private static final int HEAD = 4;

    /** Bits of a {@link #glimpse} that say which pairs there are; the others say how many. */
    private static final int GLIMPSE_BITS = 56;

    private static final long GLIMPSE_PAIRS = (1L << GLIMPSE_BITS) - 1;

    /** Said of a thinned text, of which a glimpse tells nothing. */
    private static final int UNTOLD = 255;

    /** Hashes of a part, ascending and without repetition: those of an array from one place on. */
    record Part(char[] of, int from, int end) {}

    /**
     * Packs a sketch.
     *
     * @param words hashes of its telling words, ascending
     * @param pairs hashes of neighbouring telling words, in order within a pair; ascending
     * @param numbers hashes of its numbers, ascending
     * @param thinning of a long text only hashes with so many zero bits at the end are kept
     */
    static Sketch of(long textId, char[] words, char[] pairs, char[] numbers, int thinning) {
        char[] packed = new char[HEAD + words.length + pairs.length + numbers.length];
        packed[0] = (char) thinning;
        packed[WORDS] = (char) words.length;
        packed[PAIRS] = (char) pairs.length;
        packed[NUMBERS] = (char) numbers.length;
        System.arraycopy(words, 0, packed, HEAD, words.length);
        System.arraycopy(pairs, 0, packed, HEAD + words.length, pairs.length);
        System.arraycopy(numbers, 0, packed, HEAD + words.length + pairs.length, numbers.length);
        return new Sketch(textId, packed);
    }

    /**
     * What {@link #mayHaveInCommon} needs of it: how many pairs it has, and a bit for each of them.
     */
    public long glimpse() {
        Part pairs = pairs();
        long bits = 0;
        for (int i = pairs.from(); i < pairs.end(); i++) {
            bits |= 1L << pairs.of()[i] % GLIMPSE_BITS;
        }
        long size = thinning() == 0 ? pairs.end() - pairs.from() : UNTOLD;
        return size << GLIMPSE_BITS | bits;
    }

    /** Pairs of a text by its glimpse; 255 if it tells nothing. */
    static int pairsOf(long glimpse) {
        return (int) (glimpse >>> GLIMPSE_BITS);
    }

    /**
     * Pairs that two texts have in common at most: a bit of one that the other lacks is a pair that
     * the other lacks.
     */
    static int mayHaveInCommon(long glimpse, long other) {
        if (pairsOf(glimpse) == UNTOLD || pairsOf(other) == UNTOLD) {
            return UNTOLD;
        }
        return Math.min(
                pairsOf(glimpse) - Long.bitCount(glimpse & ~other & GLIMPSE_PAIRS),
                pairsOf(other) - Long.bitCount(other & ~glimpse & GLIMPSE_PAIRS));
    }

    int thinning() {
        return packed[0];
    }

    Part words() {
        return part(WORDS);
    }

    Part pairs() {
        return part(PAIRS);
    }

    Part numbers() {
        return part(NUMBERS);
    }

    private Part part(int which) {
        int from = HEAD;
        for (int before = WORDS; before < which; before++) {
            from += packed[before];
        }
        return new Part(packed, from, from + packed[which]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sketch that
                && textId == that.textId
                && Arrays.equals(packed, that.packed);
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
