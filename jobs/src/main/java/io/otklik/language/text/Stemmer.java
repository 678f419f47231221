package io.otklik.language.text;

import org.tartarus.snowball.ext.RussianStemmer;

/**
 * Stems of Russian words by Lucene's Snowball stemmer, with a small memory of the words met last:
 * texts repeat their words, and a look-up costs a twentieth of stemming. Not for several threads.
 */
final class Stemmer {

    private static final int REMEMBERED = 1 << 14;

    private final RussianStemmer snowball = new RussianStemmer();
    private final String[] words = new String[REMEMBERED];
    private final String[] stems = new String[REMEMBERED];

    /** A word of plain letters; equal words share one object while they are remembered. */
    String word(char[] letters, int length) {
        int hash = 0;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + letters[i];
        }
        String known = words[slot(hash)];
        return known != null && equals(known, letters, length)
                ? known
                : new String(letters, 0, length);
    }

    /** The stem of a word of plain letters. */
    String stem(String word) {
        int slot = slot(word.hashCode());
        if (word.equals(words[slot])) {
            return stems[slot];
        }
        snowball.setCurrent(word);
        snowball.stem();
        String stem = snowball.getCurrent();
        String kept = stem.isEmpty() || stem.equals(word) ? word : stem;
        words[slot] = word;
        stems[slot] = kept;
        return kept;
    }

    /**
     * @param hash as {@link String#hashCode}
     */
    private static int slot(int hash) {
        return (hash * 0x9E3779B9) >>> 18;
    }

    private static boolean equals(String word, char[] letters, int length) {
        if (word.length() != length) {
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
