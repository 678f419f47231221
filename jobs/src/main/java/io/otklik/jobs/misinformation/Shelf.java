package io.otklik.jobs.misinformation;

/**
 * When the buckets of a shelf are looked through for texts that may go: four times in a time to
 * live, each shelf at its own instant, so that not all of them are on the same day.
 *
 * <p>A bucket mostly holds one text. A timer for each would be a fifth of the state and as much
 * work as the bucket itself.
 *
 * @param age of the texts
 */
record Shelf(Age age) {

    /** Bits of a bucket that say on which shelf it stands: so many are 131,072. */
    static final int BITS = 17;

    private static final int TIMES_IN_A_LIFE = 4;

    /** The first instant for a shelf at which what was last seen then may go. */
    long lookedThroughAt(int shelf, long lastSeen, long watermark) {
        long due = age.goesAt(lastSeen, watermark);
        long step = Math.max(1, age.ttlMillis() / TIMES_IN_A_LIFE);
        long own = step * shelf >> BITS;
        return due + Math.floorMod(own - due, step);
    }
}
