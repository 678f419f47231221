package io.otklik.language.text;

import java.text.Normalizer;

/** A text as its readers see it, for what matches phrases on the text itself. */
public final class Seen {

    /** No Russian word has a letter three times in a row («змееед» aside). */
    private static final int MOST_ALIKE = 2;

    private Seen() {}

    /**
     * The text without what is written and not seen (joiners, soft hyphens, accents), letters and
     * their marks composed, a letter that is lengthened («убралиии») once, and Russian letters for
     * the Latin ones that are drawn alike inside a Russian word. The text itself if it has nothing
     * of the kind.
     */
    public static String of(String text) {
        return isClean(text) && inRussian(text).equals(text)
                ? text
                : cleaned(inRussian(Normalizer.normalize(text, Normalizer.Form.NFC)));
    }

    private static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Letters.isInvisible(text.charAt(i)) || isLengthened(text, i)) {
                return false;
            }
        }
        return true;
    }

    /** With Russian letters where Latin ones are drawn for them; of the same length. */
    public static String inRussian(String text) {
        StringBuilder mended = null;
        int end;
        for (int begin = 0; begin < text.length(); begin = end + 1) {
            end = begin;
            while (end < text.length() && Letters.isLetter(text.charAt(end))) {
                end++;
            }
            if (end > begin && Letters.isDrawnInLatin(text, begin, end)) {
                mended = mended == null ? new StringBuilder(text) : mended;
                for (int i = begin; i < end; i++) {
                    char meant = Letters.russianFor(text.charAt(i));
                    mended.setCharAt(i, meant == 0 ? text.charAt(i) : meant);
                }
            }
        }
        return mended == null ? text : mended.toString();
    }

    private static String cleaned(String text) {
        StringBuilder cleaned = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Letters.isInvisible(c)) {
                continue;
            }
            if (isLengthened(text, i)) {
                // the first two of them stand already
                cleaned.setLength(
                        cleaned.length() - (isLengthened(text, i - 1) ? 0 : MOST_ALIKE - 1));
                continue;
            }
            cleaned.append(c);
        }
        return cleaned.toString();
    }

    /** Whether a letter is the third or a later one of equal ones. */
    private static boolean isLengthened(String text, int at) {
        if (at < MOST_ALIKE) {
            return false;
        }
        char c = text.charAt(at);
        return c == text.charAt(at - 1)
                && c == text.charAt(at - 2)
                && Letters.isRussian(Letters.plain(c));
    }
}
