package io.otklik.similarity.copy;

import io.otklik.similarity.Hashing;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * What is kept of a text to tell its copies: hashes only, no word of it. Several buckets hold it,
 * hence it is small: a word has 16 bits, and the pairs of neighbouring words are made of these when
 * two texts are compared. Two texts have a hash too many in common once in hundreds of times, which
 * is less than {@link CopyRule} notices.
 *
 * @param textId of the text's telling words whatever their order: texts with the same are the same
 * @param packed thinning, then how many words there are; if it is not thinned they follow in their
 *     order, and a bit for each that says whether it is a number; else the lengths of the other
 *     parts, then the parts: words, pairs, numbers. Must not be changed
 */
public record Sketch(long textId, char[] packed) {

    private static final int WORDS = 1;
    private static final int PAIRS = 2;
    private static final int NUMBERS = 3;
    private static final int HEAD = 4;

    /** The same of a text that is not thinned. */
    private static final int WHOLE_HEAD = 2;

    /** Bits of a {@link #glimpse} that say which pairs there are; the others say how many. */
    private static final int GLIMPSE_BITS = 56;

    private static final long GLIMPSE_PAIRS = (1L << GLIMPSE_BITS) - 1;

    /** Said of a thinned text, of which a glimpse tells nothing. */
    private static final int UNTOLD = 255;

    /**
     * Packs a sketch.
     *
     * @param words telling words in their order
     * @param isNumber of each whether it is a number
     * @param thinning of a long text only hashes with so many zero bits at the end are kept, beside
     *     its numbers
     */
    static Sketch of(long textId, char[] words, boolean[] isNumber, int thinning) {
        if (thinning == 0) {
            return new Sketch(textId, whole(words, isNumber));
        }
        char[] kept = thinned(ascending(words.clone()), thinning);
        char[] pairs = thinned(pairs(words), thinning);
        char[] numbers = numbers(words, at -> isNumber[at]);
        char[] packed = new char[HEAD + kept.length + pairs.length + numbers.length];
        packed[0] = (char) thinning;
        packed[WORDS] = (char) kept.length;
        packed[PAIRS] = (char) pairs.length;
        packed[NUMBERS] = (char) numbers.length;
        System.arraycopy(kept, 0, packed, HEAD, kept.length);
        System.arraycopy(pairs, 0, packed, HEAD + kept.length, pairs.length);
        System.arraycopy(numbers, 0, packed, HEAD + kept.length + pairs.length, numbers.length);
        return new Sketch(textId, packed);
    }

    private static char[] whole(char[] words, boolean[] isNumber) {
        int flags = (words.length + Character.SIZE - 1) / Character.SIZE;
        char[] packed = new char[WHOLE_HEAD + words.length + flags];
        packed[WORDS] = (char) words.length;
        System.arraycopy(words, 0, packed, WHOLE_HEAD, words.length);
        for (int i = 0; i < words.length; i++) {
            if (isNumber[i]) {
                packed[WHOLE_HEAD + words.length + i / Character.SIZE] |=
                        (char) (1 << i % Character.SIZE);
            }
        }
        return packed;
    }

    /**
     * What {@link #mayHaveInCommon} needs of it: how many pairs it has, and a bit for each of them.
     */
    public long glimpse() {
        char[] pairs = pairs();
        long bits = 0;
        for (char pair : pairs) {
            bits |= 1L << pair % GLIMPSE_BITS;
        }
        long size = thinning() == 0 ? pairs.length : UNTOLD;
        return size << GLIMPSE_BITS | bits;
    }

    /** Pairs of a text by its glimpse; 255 if it tells nothing. */
    static int pairsOf(long glimpse) {
        return (int) (glimpse >>> GLIMPSE_BITS);
    }

    /**
     * Pairs that two texts have in common at most: a bit of one that the other lacks is a pair that
     * the other lacks.
     */
    static int mayHaveInCommon(long glimpse, long other) {
        if (pairsOf(glimpse) == UNTOLD || pairsOf(other) == UNTOLD) {
            return UNTOLD;
        }
        return Math.min(
                pairsOf(glimpse) - Long.bitCount(glimpse & ~other & GLIMPSE_PAIRS),
                pairsOf(other) - Long.bitCount(other & ~glimpse & GLIMPSE_PAIRS));
    }

    int thinning() {
        return packed[0];
    }

    /** Words with all their repetitions; of one that is not thinned, as what follows. */
    int length() {
        return packed[WORDS];
    }

    /**
     * How many of another text's pairs it has.
     *
     * @param least so many are enough: it does not look for more, nor for fewer
     */
    int pairsIn(HashSet16 others, int least) {
        int end = WHOLE_HEAD + length() - 1;
        Marks found = new Marks();
        for (int i = WHOLE_HEAD; i < end && found.count < least; i++) {
            if (found.count + end - i < least) {
                break;
            }
            found.add(others.placeOf(pair(packed[i], packed[i + 1])));
        }
        return found.count;
    }

    /** How many of another text's words it has. */
    int wordsIn(HashSet16 others) {
        Marks found = new Marks();
        for (int i = WHOLE_HEAD; i < WHOLE_HEAD + length(); i++) {
            found.add(others.placeOf(packed[i]));
        }
        return found.count;
    }

    /**
     * Which of another text's hashes were found: each counts once, however often it stands here.
     */
    private static final class Marks {
        private long low;
        private long high;
        private int count;

        void add(int place) {
            if (place < 0) {
                return;
            }
            long bit = 1L << place;
            count += ((place < Long.SIZE ? low : high) & bit) == 0 ? 1 : 0;
            low |= place < Long.SIZE ? bit : 0;
            high |= place < Long.SIZE ? 0 : bit;
        }
    }

    /** Its words, ascending and without repetition. */
    char[] words() {
        return thinning() == 0 ? ascending(inOrder()) : part(WORDS);
    }

    /** Its pairs of neighbouring words, in order within a pair; ascending, without repetition. */
    char[] pairs() {
        return thinning() == 0 ? pairs(inOrder()) : part(PAIRS);
    }

    /** Whether it may have numbers; that a text that is not thinned has none is told at once. */
    boolean hasNumbers() {
        if (thinning() != 0) {
            return true;
        }
        for (int i = WHOLE_HEAD + length(); i < packed.length; i++) {
            if (packed[i] != 0) {
                return true;
            }
        }
        return false;
    }

    /** Those of its words that are numbers, ascending and without repetition; not thinned. */
    char[] numbers() {
        int flags = WHOLE_HEAD + packed[WORDS];
        return thinning() == 0
                ? numbers(
                        inOrder(),
                        at -> (packed[flags + at / Character.SIZE] >> at % Character.SIZE & 1) == 1)
                : part(NUMBERS);
    }

    /** The words of a text that is not thinned. */
    private char[] inOrder() {
        return Arrays.copyOfRange(packed, WHOLE_HEAD, WHOLE_HEAD + packed[WORDS]);
    }

    private char[] part(int which) {
        int from = HEAD;
        for (int before = WORDS; before < which; before++) {
            from += packed[before];
        }
        return Arrays.copyOfRange(packed, from, from + packed[which]);
    }

    private static char[] pairs(char[] words) {
        char[] pairs = new char[words.length - 1];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = pair(words[i], words[i + 1]);
        }
        return ascending(pairs);
    }

    private static char pair(char word, char next) {
        return (char) Hashing.mix(word << Character.SIZE | next);
    }

    private static char[] numbers(char[] words, IntPredicate isNumber) {
        char[] numbers = new char[words.length];
        int count = 0;
        for (int i = 0; i < words.length; i++) {
            if (isNumber.test(i)) {
                numbers[count++] = words[i];
            }
        }
        return ascending(Arrays.copyOf(numbers, count));
    }

    private static char[] thinned(char[] hashes, int thinning) {
        int mask = (1 << thinning) - 1;
        int kept = 0;
        for (char hash : hashes) {
            if ((hash & mask) == 0) {
                hashes[kept++] = hash;
            }
        }
        return Arrays.copyOf(hashes, kept);
    }

    /** Hashes, which are changed, ascending and each once. */
    private static char[] ascending(char[] hashes) {
        Arrays.sort(hashes);
        int kept = 0;
        for (int i = 0; i < hashes.length; i++) {
            if (i == 0 || hashes[i] != hashes[i - 1]) {
                hashes[kept++] = hashes[i];
            }
        }
        return kept == hashes.length ? hashes : Arrays.copyOf(hashes, kept);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sketch that
                && textId == that.textId
                && Arrays.equals(packed, that.packed);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(textId);
    }

    @Override
    public String toString() {
        return "Sketch " + Long.toHexString(textId);
    }
}
