package io.otklik.language.model;

/** Families of features; each is scaled by itself, so that long texts do not shout. */
public enum FeatureType {
    STEM(0x1b873593),
    PAIR(0xcc9e2d51),
    LETTERS(0xe6546b64),
    SIGN(0x85ebca6b),
    RULE(0xc2b2ae35),
    /**
     * A word of a text that opens with a mention: «когда» to a neighbour is not «когда» to the
     * page.
     */
    SPOKEN(0x27d4eb2f),
    CONTEXT(0x165667b1);

    private final int salt;

    FeatureType(int salt) {
        this.salt = salt;
    }

    /** Spreads a name's hash over all bits, differently in each family. */
    int spread(int hash) {
        int h = hash ^ salt;
        h ^= h >>> 16;
        h *= 0x7feb352d;
        h ^= h >>> 15;
        h *= 0x846ca68b;
        return h ^ h >>> 16;
    }
}
