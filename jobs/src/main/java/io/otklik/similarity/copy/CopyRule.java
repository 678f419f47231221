package io.otklik.similarity.copy;

/**
 * Whether two texts are copies: enough of the shorter one stands in the longer one, words and pairs
 * of neighbouring words, and their numbers do not contradict each other. Of the shorter one, for a
 * copy may be cut or given an introduction.
 */
public final class CopyRule {

    /** Share of the shorter text's words that stand in the longer one. */
    static final double LEAST_WORDS = 0.75;

    /** Share of the shorter text's pairs of neighbouring words that stand in the longer one. */
    static final double LEAST_PAIRS = 0.5;

    /** The same where the shorter text is less than half of the longer: a quotation, a template. */
    static final double LEAST_PAIRS_OF_PART = 0.8;

    /** Fewer common pairs may be a turn of phrase. */
    static final int LEAST_COMMON_PAIRS = 4;

    private CopyRule() {}

    /**
     * Whether two texts may be copies, by their glimpses: of most that are none it says so in a few
     * instructions, of those that are it is always true.
     */
    public static boolean mayCopy(long glimpse, long other) {
        return enough(
                new Overlap(
                        Sketch.pairsOf(glimpse),
                        Sketch.pairsOf(other),
                        Sketch.mayHaveInCommon(glimpse, other)));
    }

    /** Whether one is a copy of the other; symmetric. */
    public static boolean copies(Sketch a, Sketch b) {
        return copies(a, b, b.pairs());
    }

    /**
     * The same for one that is compared with many.
     *
     * @param pairs of {@code b}
     */
    public static boolean copies(Sketch a, Sketch b, char[] pairs) {
        int mask = (1 << Math.max(a.thinning(), b.thinning())) - 1;
        if (!enough(Overlap.of(a.pairs(), pairs, mask))) {
            return false;
        }
        Overlap words = Overlap.of(a.words(), b.words(), mask);
        return words.ofFewer() >= LEAST_WORDS
                && !contradict(Overlap.of(a.numbers(), b.numbers(), 0));
    }

    private static boolean enough(Overlap pairs) {
        return pairs.both() >= LEAST_COMMON_PAIRS
                && pairs.ofFewer() >= (pairs.isPart() ? LEAST_PAIRS_OF_PART : LEAST_PAIRS);
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

        boolean isPart() {
            return 2 * Math.min(first, second) < Math.max(first, second);
        }

        double ofFewer() {
            int fewer = Math.min(first, second);
            return fewer == 0 ? 0 : (double) both / fewer;
        }
    }
}
