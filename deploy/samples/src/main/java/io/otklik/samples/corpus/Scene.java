package io.otklik.samples.corpus;

/**
 * What a conversation is about: its street, house, route and so on all follow from the seed, so
 * that an answer names the same ones as the appeal.
 */
public record Scene(long seed, Municipality municipality, Vocabulary vocabulary) {

    /** A choice of this scene, the same for the same {@code role}. */
    int pick(int role, int bound) {
        return Rng.pick(seed, role, bound);
    }

    /** Another place in the same municipality. */
    public Scene elsewhere(long otherSeed) {
        return new Scene(otherSeed, municipality, vocabulary);
    }
}
