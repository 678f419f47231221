package io.otklik.similarity.copy;

/**
 * Whether two texts are copies: enough of the shorter one stands in the longer one, words and pairs
 * of neighbouring words, and their numbers do not contradict each other. Of the shorter one, for a
 * copy may be cut or given an introduction.
 */
public final class CopyRule {

    /** Per cent of the shorter text's words that stand in the longer one. */
    static final int LEAST_WORDS = 75;

    /** Per cent of the shorter text's pairs of neighbouring words that stand in the longer one. */
    static final int LEAST_PAIRS = 50;

    /** The same where the shorter text is less than half of the longer: a quotation, a template. */
    static final int LEAST_PAIRS_OF_PART = 80;

    /** Fewer common pairs may be a turn of phrase. */
    static final int LEAST_COMMON_PAIRS = 4;

    private CopyRule() {}

    /** Whether one is a copy of the other; symmetric. */
    static boolean copies(Sketch a, Sketch b) {
        int mask = (1 << Math.max(a.thinning(), b.thinning())) - 1;
        Overlap pairs = Overlap.of(a.pairs(), b.pairs(), mask);
        return enoughPairs(pairs.first(), pairs.second(), pairs.both())
                && enoughWords(a, b, mask)
                && !contradict(a, b);
    }

    /** Whether two texts have so many pairs in common as copies have. */
    static boolean enoughPairs(int first, int second, int both) {
        return both >= leastPairs(first, second);
    }

    /** How many pairs two copies have in common at least, by how many each has. */
    static int leastPairs(int first, int second) {
        int fewer = Math.min(first, second);
        int share = 2 * fewer < Math.max(first, second) ? LEAST_PAIRS_OF_PART : LEAST_PAIRS;
        return Math.max(LEAST_COMMON_PAIRS, (share * fewer + 99) / 100);
    }

    /**
     * Whether two texts have so many words in common as copies have.
     *
     * @param mask of the bits of which a counted hash has none
     */
    static boolean enoughWords(Sketch a, Sketch b, int mask) {
        Overlap words = Overlap.of(a.words(), b.words(), mask);
        return enoughWords(words.first(), words.second(), words.both());
    }

    static boolean enoughWords(int first, int second, int both) {
        return both > 0 && 100 * both >= LEAST_WORDS * Math.min(first, second);
    }

    /** Whether the numbers of two texts contradict each other. */
    static boolean contradict(Sketch a, Sketch b) {
        return a.hasNumbers()
                && b.hasNumbers()
                && contradict(Overlap.of(a.numbers(), b.numbers(), 0));
    }

    /** Each has numbers that the other lacks, and these are most of them. */
    private static boolean contradict(Overlap numbers) {
        return numbers.both() < numbers.first()
                && numbers.both() < numbers.second()
                && 2 * numbers.both() < Math.min(numbers.first(), numbers.second());
    }

    /** How many hashes two ascending lists have, and have in common. */
    private record Overlap(int first, int second, int both) {

        static Overlap of(char[] a, char[] b, int mask) {
            int first = 0;
            int second = 0;
            int both = 0;
            int i = 0;
            int j = 0;
            while (i < a.length || j < b.length) {
                boolean fromA = j == b.length || i < a.length && a[i] <= b[j];
                boolean fromB = i == a.length || j < b.length && b[j] <= a[i];
                int hash = fromA ? a[i] : b[j];
                if ((hash & mask) == 0) {
                    first += fromA ? 1 : 0;
                    second += fromB ? 1 : 0;
                    both += fromA && fromB ? 1 : 0;
                }
                i += fromA ? 1 : 0;
                j += fromB ? 1 : 0;
            }
            return new Overlap(first, second, both);
        }
    }
}
