package io.otklik.jobs.engagement;

import io.otklik.schemas.EngagementSize;

/** The slots of a block while they are added to: unpacked once, packed once. */
final class Tally {

    private static final int MINUTES = 60;

    /** By its number; null where there is nothing. */
    private final Sum[] slots;

    /** Null while it is not known. */
    private byte[] packed;

    private Tally(int slots) {
        this.slots = new Sum[slots];
    }

    static Tally of(EngagementSize block) {
        return new Tally(block == EngagementSize.DAY ? 1 : MINUTES);
    }

    static Tally of(EngagementSize block, byte[] sums) {
        Tally tally = of(block);
        tally.add(sums);
        return tally;
    }

    /** Adds packed slots, all of them to the only one of a day. */
    void add(byte[] sums) {
        for (Slots.Reader in = new Slots.Reader(sums); in.has(); ) {
            in.addTo(slot(slots.length == 1 ? 0 : in.slot()));
        }
    }

    void add(Tally more) {
        for (int i = 0; i < slots.length; i++) {
            if (more.slots[i] != null) {
                slot(i).add(more.slots[i]);
            }
        }
    }

    /** Which slots there are, a bit each. */
    long present() {
        long present = 0;
        for (int i = 0; i < slots.length; i++) {
            present |= slots[i] == null ? 0 : 1L << i;
        }
        return present;
    }

    /** What a slot counts; null: nothing. */
    Sum at(int slot) {
        return slots[slot];
    }

    byte[] packed() {
        if (packed == null) {
            packed = Slots.of(slots);
        }
        return packed;
    }

    /** A slot that is about to change. */
    private Sum slot(int slot) {
        packed = null;
        Sum sum = slots[slot];
        if (sum == null) {
            sum = new Sum();
            slots[slot] = sum;
        }
        return sum;
    }
}
