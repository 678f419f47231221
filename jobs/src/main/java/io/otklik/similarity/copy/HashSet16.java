package io.otklik.similarity.copy;

/**
 * The words of a text that is not thinned, or its pairs, by their hashes of 16 bits, to be looked
 * up by another text's. Immutable.
 */
final class HashSet16 {

    /** Four times as many as a text has at most, so that few hashes want the same. */
    private static final int SLOTS = 512;

    private final char[] hashes;

    /** In a hash's slot, or behind it, its place among the hashes and one more; 0: nothing. */
    private final short[] slots = new short[SLOTS];

    /**
     * @param hashes each once, 128 at most
     */
    HashSet16(char[] hashes) {
        this.hashes = hashes;
        for (int place = 0; place < hashes.length; place++) {
            int slot = hashes[place] % SLOTS;
            while (slots[slot] != 0) {
                slot = (slot + 1) % SLOTS;
            }
            slots[slot] = (short) (place + 1);
        }
    }

    int size() {
        return hashes.length;
    }

    /** The place of a hash, below 128; -1 if it is not there. */
    int placeOf(char hash) {
        int slot = hash % SLOTS;
        while (slots[slot] != 0 && hashes[slots[slot] - 1] != hash) {
            slot = (slot + 1) % SLOTS;
        }
        return slots[slot] - 1;
    }
}
