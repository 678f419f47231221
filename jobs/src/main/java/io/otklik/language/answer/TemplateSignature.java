package io.otklik.language.answer;

import java.util.Arrays;
import java.util.List;

/**
 * What makes two official messages one template, in 26 bytes: their words without names, greeting,
 * numbers, links and contacts. Deterministic, so signatures of different runs compare.
 *
 * @param exact hash of the words in their order
 * @param low the first eight bytes of a min-hash over words and pairs of neighbours
 * @param high the other eight
 * @param words number of words, capped
 */
public record TemplateSignature(long exact, long low, long high, short words) {

    /** Shorter texts («да», «добрый день, можно») are the same only if every word is. */
    private static final int SHORTEST_ALIKE = 8;

    /**
     * Of the {@value #BYTES} bytes so many must be equal: more than half of words and pairs are
     * shared.
     */
    private static final int LEAST_EQUAL = 9;

    private static final int BYTES = 16;

    /** Replies of fewer words are so common that being equal tells nothing. */
    private static final int SHORTEST_TEMPLATE = 3;

    public static TemplateSignature of(String text) {
        return of(AnswerText.of(text));
    }

    static TemplateSignature of(AnswerText text) {
        List<String> words = text.words().stream().filter(TemplateSignature::tells).toList();
        long exact = 0xcbf29ce484222325L;
        long[] least = new long[BYTES];
        Arrays.fill(least, Long.MAX_VALUE);
        String previous = "^";
        for (String word : words) {
            exact = (exact ^ mix(hash(word))) * 0x100000001b3L;
            long single = hash(word);
            long pair = hash(previous) * 31 + single;
            for (int i = 0; i < BYTES; i++) {
                long salt = (i + 1) * 0x9e3779b97f4a7c15L;
                least[i] = Math.min(least[i], Math.min(mix(single + salt), mix(pair + salt)));
            }
            previous = word;
        }
        return new TemplateSignature(
                exact,
                bytes(least, 0),
                bytes(least, 8),
                (short) Math.min(words.size(), Short.MAX_VALUE));
    }

    /** Whether two messages are one template with other names, numbers or a few other words. */
    public static boolean isSameTemplate(TemplateSignature a, TemplateSignature b) {
        if (Math.min(a.words, b.words) < SHORTEST_TEMPLATE) {
            return false;
        }
        if (a.exact == b.exact) {
            return true;
        }
        return Math.min(a.words, b.words) >= SHORTEST_ALIKE && a.equalBytes(b) >= LEAST_EQUAL;
    }

    private int equalBytes(TemplateSignature other) {
        int equal = 0;
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            equal += (byte) (low >>> shift) == (byte) (other.low >>> shift) ? 1 : 0;
            equal += (byte) (high >>> shift) == (byte) (other.high >>> shift) ? 1 : 0;
        }
        return equal;
    }

    private static boolean tells(String word) {
        char first = word.charAt(0);
        return first != '#' && first != '?' && !Character.isDigit(first);
    }

    private static long bytes(long[] least, int from) {
        long packed = 0;
        for (int i = from; i < from + Long.BYTES; i++) {
            packed = packed << Byte.SIZE | least[i] & 0xff;
        }
        return packed;
    }

    private static long hash(String word) {
        long hash = 1125899906842597L;
        for (int i = 0; i < word.length(); i++) {
            hash = 31 * hash + word.charAt(i);
        }
        return hash;
    }

    private static long mix(long value) {
        long mixed = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }
}
