package io.otklik.language.text;

import org.tartarus.snowball.ext.RussianStemmer;

/**
 * Stems of Russian words by Lucene's Snowball stemmer, with a small memory of the words met last:
 * texts repeat their words, and a look-up costs a twentieth of stemming. Not for several threads.
 */
final class Stemmer {

    private static final int BITS = 15;
    private static final int REMEMBERED = 1 << BITS;

    private final RussianStemmer snowball = new RussianStemmer();
    private final String[] words = new String[REMEMBERED];
    private final String[] stems = new String[REMEMBERED];

    /** A word of plain letters; equal words share one object while they are remembered. */
    String word(char[] letters, int length) {
        int hash = 0;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + letters[i];
        }
        int slot = slot(hash);
        if (isAt(slot, letters, length)) {
            return words[slot];
        }
        int other = other(slot);
        return isAt(other, letters, length) ? words[other] : new String(letters, 0, length);
    }

    /** The stem of a word of plain letters. */
    String stem(String word) {
        int slot = slot(word.hashCode());
        if (word.equals(words[slot])) {
            return stems[slot];
        }
        int other = other(slot);
        if (word.equals(words[other])) {
            return stems[other];
        }
        snowball.setCurrent(word);
        snowball.stem();
        String stem = snowball.getCurrent();
        String kept = stem.isEmpty() || stem.equals(word) ? word : stem;
        words[other] = words[slot];
        stems[other] = stems[slot];
        words[slot] = word;
        stems[slot] = kept;
        return kept;
    }

    /**
     * @param hash as {@link String#hashCode}
     */
    private static int slot(int hash) {
        return (hash * 0x9E3779B9) >>> Integer.SIZE - BITS;
    }

    /** Where a word goes that another drives out, so that two common words do not fight. */
    private static int other(int slot) {
        return slot ^ 1;
    }

    private boolean isAt(int slot, char[] letters, int length) {
        String word = words[slot];
        if (word == null || word.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (word.charAt(i) != letters[i]) {
                return false;
            }
        }
        return true;
    }
}
