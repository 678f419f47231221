package io.otklik.similarity.copy;

import java.util.Arrays;

/**
 * What is kept of a text to tell its copies: hashes only, no word of it. Ten buckets hold it, hence
 * it is packed: hashes have 16 bits, and two texts have one too many in common once in hundreds of
 * times, which is less than {@link CopyRule} notices.
 *
 * @param textId of the text's telling words whatever their order: texts with the same are the same
 * @param packed thinning and the lengths of the parts, then the parts: lots (two elements each),
 *     words, pairs, numbers; must not be changed
 */
public record Sketch(long textId, char[] packed) {

    private static final int LOTS = 1;
    private static final int WORDS = 2;
    private static final int PAIRS = 3;
    private static final int NUMBERS = 4;
    private static final int HEAD = 5;

    /** Hashes of a part, ascending and without repetition: those of an array from one place on. */
    record Part(char[] of, int from, int end) {}

    /**
     * Packs a sketch.
     *
     * @param lots pairs that were drawn, see {@link Sketcher}; none for a text too short for near
     *     copies
     * @param words hashes of its telling words, ascending
     * @param pairs hashes of neighbouring telling words, in order within a pair; ascending
     * @param numbers hashes of its numbers, ascending
     * @param thinning of a long text only hashes with so many zero bits at the end are kept
     */
    static Sketch of(
            long textId, int[] lots, char[] words, char[] pairs, char[] numbers, int thinning) {
        char[] packed =
                new char[HEAD + 2 * lots.length + words.length + pairs.length + numbers.length];
        packed[0] = (char) thinning;
        packed[LOTS] = (char) (2 * lots.length);
        packed[WORDS] = (char) words.length;
        packed[PAIRS] = (char) pairs.length;
        packed[NUMBERS] = (char) numbers.length;
        int at = HEAD;
        for (int lot : lots) {
            packed[at++] = (char) (lot >>> Character.SIZE);
            packed[at++] = (char) lot;
        }
        System.arraycopy(words, 0, packed, at, words.length);
        System.arraycopy(pairs, 0, packed, at + words.length, pairs.length);
        System.arraycopy(
                numbers, 0, packed, at + words.length + pairs.length, numbers.length);
        return new Sketch(textId, packed);
    }

    /** How many lots were drawn: none where the text takes no part in the search for near copies. */
    public int lots() {
        return packed[LOTS] / 2;
    }

    /** The bucket of the texts that drew the same as this one in a lot. */
    public long bucket(int lot) {
        int at = HEAD + 2 * lot;
        return (long) lot << 32 | (long) packed[at] << Character.SIZE | packed[at + 1];
    }

    /** The lot whose bucket it is. */
    public static int lotOf(long bucket) {
        return (int) (bucket >>> 32);
    }

    /** The lot that both have drawn alike first; −1 if none. */
    public int firstCommonLot(Sketch other) {
        int end = HEAD + Math.min(packed[LOTS], other.packed[LOTS]);
        for (int i = HEAD; i < end; i += 2) {
            if (packed[i + 1] == other.packed[i + 1] && packed[i] == other.packed[i]) {
                return (i - HEAD) / 2;
            }
        }
        return -1;
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
        for (int before = LOTS; before < which; before++) {
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
