package io.otklik.similarity;

/** Hashes that are the same in every run and on every machine. */
public final class Hashing {

    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;

    private Hashing() {}

    /** Of a text. */
    public static long of(String text) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return mix(hash);
    }

    /** Of two hashes in this order. */
    public static long of(long first, long second) {
        return mix(first * 31 + second);
    }

    /** Spreads every bit over all bits (the finaliser of SplitMix64). */
    public static long mix(long hash) {
        long z = hash + 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    /** A number from 0 (exclusive) to 1 of a hash. */
    public static double unit(long hash) {
        return ((hash >>> 11) + 1) * 0x1.0p-53;
    }
}
