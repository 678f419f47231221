package io.otklik.similarity.copy;

/**
 * A text that is compared with many: what each comparison needs of it is made once. It decides what
 * {@link CopyRule} says, of most texts without sorting their words. Immutable.
 */
public final class Comparison {

    private final Sketch text;
    private final long glimpse;

    /** Null of a text that is thinned, as the words. */
    private final HashSet16 pairs;

    private final HashSet16 words;

    private Comparison(Sketch text) {
        this.text = text;
        glimpse = text.glimpse();
        boolean whole = text.thinning() == 0;
        pairs = whole ? new HashSet16(text.pairs()) : null;
        words = whole ? new HashSet16(text.words()) : null;
    }

    /** Of a text with all that come. */
    public static Comparison of(Sketch text) {
        return new Comparison(text);
    }

    public Sketch text() {
        return text;
    }

    /** See {@link Sketch#glimpse}. */
    public long glimpse() {
        return glimpse;
    }

    /**
     * Whether another text may be a copy: of most that are none it says so in a few instructions.
     *
     * @param otherGlimpse the other's
     */
    public boolean mayCopy(long otherGlimpse) {
        return CopyRule.enoughPairs(
                Sketch.pairsOf(glimpse),
                Sketch.pairsOf(otherGlimpse),
                Sketch.mayHaveInCommon(glimpse, otherGlimpse));
    }

    /**
     * Whether the other text is a copy of this one, or this one of the other.
     *
     * @param otherGlimpse the other's
     */
    public boolean copies(Sketch other, long otherGlimpse) {
        if (pairs == null || other.thinning() != 0) {
            return CopyRule.copies(other, text);
        }
        int least = CopyRule.leastPairs(Sketch.pairsOf(glimpse), Sketch.pairsOf(otherGlimpse));
        return other.pairsIn(pairs, least) >= least
                && hasEnoughWords(other)
                && !CopyRule.contradict(other, text);
    }

    private boolean hasEnoughWords(Sketch other) {
        // With its repetitions the other is the longer: what is enough then is enough.
        return CopyRule.enoughWords(words.size(), other.length(), other.wordsIn(words))
                || CopyRule.enoughWords(other, text, 0);
    }
}
