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

    /** The stem of a word of plain letters. */
    String stem(String word) {
        int slot = (word.hashCode() * 0x9E3779B9) >>> 18;
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

    /** The remembered writing of a word, so that equal words share one object; else the word. */
    String intern(String word) {
        String known = words[(word.hashCode() * 0x9E3779B9) >>> 18];
        return word.equals(known) ? known : word;
    }
}
