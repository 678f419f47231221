package io.otklik.similarity.copy;

/** The pairs of a text that is not thinned, to be looked up by other texts' pairs. Immutable. */
final class PairSet {

    /** Four times as many as a text has at most, so that few pairs want the same. */
    private static final int SLOTS = 512;

    private final char[] pairs;

    /** In a pair's slot, or behind it, its place among the pairs and one more; 0: nothing. */
    private final byte[] slots = new byte[SLOTS];

    /**
     * @param pairs each once, 127 at most
     */
    PairSet(char[] pairs) {
        this.pairs = pairs;
        for (int place = 0; place < pairs.length; place++) {
            int slot = pairs[place] % SLOTS;
            while (slots[slot] != 0) {
                slot = (slot + 1) % SLOTS;
            }
            slots[slot] = (byte) (place + 1);
        }
    }

    /** The place of a pair, below 128; -1 if it is not there. */
    int placeOf(char pair) {
        int slot = pair % SLOTS;
        while (slots[slot] != 0 && pairs[slots[slot] - 1] != pair) {
            slot = (slot + 1) % SLOTS;
        }
        return slots[slot] - 1;
    }
}
