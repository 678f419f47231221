package io.otklik.jobs.engagement;

/**
 * Hashes of ids of 63 bits: two of a million ids are alike with a chance of one in ten million.
 * They stand in state and between tasks in place of the ids.
 */
final class Hashes {

    private Hashes() {}

    /** The hash of an id, uniform over the positive numbers; never 0. */
    static long of(String id) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
        }
        // FNV leaves the upper bits of short ids alike: mixed as MurmurHash3 ends.
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        hash = (hash ^ hash >>> 33) >>> 1;
        return hash == 0 ? 1 : hash;
    }
}
