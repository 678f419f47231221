package io.otklik.language.text;

import java.util.Arrays;
import java.util.List;

/**
 * Phrases over words, each word given whole or by its beginning («не гор*»), as one tree of
 * letters: a word of a text costs a step a letter until no phrase goes on with it, however many
 * phrases there are. Filled first; from then on many threads may share it.
 */
public final class PhraseTree {

    private static final int MULTIPLIER = 0x9E3779B1;
    private static final int REMEMBERED_BITS = 13;

    /** Of a word; tags can be as long as a message. */
    private static final int LONGEST_REMEMBERED = 64;

    private static final int[] NOWHERE = new int[0];
    private static final int NODE_BITS = 24;
    private static final int MOST_NODES = 1 << NODE_BITS;

    /** Of a letter in {@link #openers}. */
    private static final int OPENER_BITS = 6;

    private static final int OPENER_LETTER = (1 << OPENER_BITS) - 1;

    /** No phrase ends at a node. */
    private static final int NONE = -1;

    private int nodes = 1;

    /**
     * Open addressing from (node, letter) to the next node, all three in one number, so that a step
     * touches one place of memory. The root is nobody's next: 0 is free.
     */
    private long[] steps = new long[1 << 8];

    /**
     * For each node a bit for each letter that goes on from it, letters of equal last bits sharing
     * one: most words leave the tree at their first letter, and a bit is cheaper than {@link
     * #steps}.
     */
    private int[] letters = new int[1 << 8];

    /** For each node the node after a word that ends there; 0: no phrase has such a word. */
    private int[] afterWord = new int[1 << 8];

    /** For each node the node after a word that only begins so; 0: none. */
    private int[] afterBeginning = new int[1 << 8];

    /** For each node the phrase that ends there. */
    private int[] phraseAt = new int[1 << 8];

    private int phrases;

    /**
     * A bit for each three letters with which the first word of a phrase begins, by their last
     * bits: half of a text's words begin none, and are told by one look.
     */
    private final long[] openers = new long[1 << 3 * OPENER_BITS - 6];

    /** Words met last; texts repeat their words. */
    private final Start[] starts = new Start[1 << REMEMBERED_BITS];

    public PhraseTree() {
        Arrays.fill(phraseAt, NONE);
    }

    /** Receives the phrases of a text. */
    @FunctionalInterface
    public interface Found {
        /**
         * @param phrase its number
         * @param at place of its first word
         */
        void phrase(int phrase, int at);
    }

    /**
     * Adds a phrase of at least one word.
     *
     * @param words none empty
     * @param beginnings for each word, whether it is but a word's beginning
     * @return the phrase's number: they are numbered from 0 on, equal phrases alike
     */
    public int add(List<String> words, List<Boolean> beginnings) {
        int node = 0;
        noteOpener(words.get(0), beginnings.get(0));
        for (int i = 0; i < words.size(); i++) {
            for (int letter = 0; letter < words.get(i).length(); letter++) {
                node = grow(node, words.get(i).charAt(letter));
            }
            boolean beginning = beginnings.get(i);
            int next = beginning ? afterBeginning[node] : afterWord[node];
            if (next == 0) {
                next = newNode();
                (beginning ? afterBeginning : afterWord)[node] = next;
            }
            node = next;
        }
        if (phraseAt[node] == NONE) {
            phraseAt[node] = phrases++;
        }
        return phraseAt[node];
    }

    /**
     * Gives every phrase that stands in a text, at each of its places once, from the first place
     * on.
     */
    public void find(List<String> words, Found found) {
        for (int at = 0; at < words.size(); at++) {
            String word = words.get(at);
            if (mayOpen(opener(word))) {
                for (int node : start(word).nodes) {
                    follow(words, at, at + 1, node, found);
                }
            }
        }
    }

    private void noteOpener(String word, boolean beginning) {
        int opener = opener(word);
        int unknown = beginning ? Math.max(0, 3 - word.length()) * OPENER_BITS : 0;
        for (int end = 0; end < 1 << unknown; end++) {
            openers[(opener | end) >> 6] |= 1L << (opener | end);
        }
    }

    private boolean mayOpen(int opener) {
        return (openers[opener >> 6] & 1L << opener) != 0;
    }

    /** The last bits of a word's first three letters; of those that it has not, zeros. */
    private static int opener(String word) {
        int length = word.length();
        if (length == 0) {
            return 0;
        }
        int opener = (word.charAt(0) & OPENER_LETTER) << 2 * OPENER_BITS;
        if (length > 1) {
            opener |= (word.charAt(1) & OPENER_LETTER) << OPENER_BITS;
        }
        return length > 2 ? opener | word.charAt(2) & OPENER_LETTER : opener;
    }

    /** Where a phrase that begins with a word goes on; most words begin none. */
    private Start start(String word) {
        int slot = word.hashCode() * MULTIPLIER >>> Integer.SIZE - REMEMBERED_BITS;
        // Starts are immutable, so a race of two threads costs a second walk and nothing else.
        Start start = starts[slot];
        if (start == null || !start.word.equals(word)) {
            start = new Start(word, walk(0, word));
            if (word.length() <= LONGEST_REMEMBERED) {
                starts[slot] = start;
            }
        }
        return start;
    }

    /** The nodes after a word that stands at a node. */
    private int[] walk(int from, String word) {
        int[] nodes = NOWHERE;
        int node = from;
        for (int i = 0; i < word.length(); i++) {
            node = next(node, word.charAt(i));
            if (node == 0) {
                return nodes;
            }
            nodes = with(nodes, afterBeginning[node]);
        }
        return with(nodes, afterWord[node]);
    }

    private static int[] with(int[] nodes, int node) {
        if (node == 0) {
            return nodes;
        }
        int[] more = Arrays.copyOf(nodes, nodes.length + 1);
        more[nodes.length] = node;
        return more;
    }

    private void follow(List<String> words, int first, int at, int from, Found found) {
        if (phraseAt[from] != NONE) {
            found.phrase(phraseAt[from], first);
        }
        if (at == words.size()) {
            return;
        }
        for (int node : walk(from, words.get(at))) {
            follow(words, first, at + 1, node, found);
        }
    }

    /** The node that a letter leads to; 0 if it leads nowhere. */
    private int next(int node, char letter) {
        return (letters[node] & 1 << letter) == 0
                ? 0
                : (int) steps[place(key(node, letter))] & MOST_NODES - 1;
    }

    private int grow(int node, char letter) {
        int next = next(node, letter);
        if (next != 0) {
            return next;
        }
        if (nodes * 2 > steps.length) {
            rehash();
        }
        next = newNode();
        letters[node] |= 1 << letter;
        long key = key(node, letter);
        steps[place(key)] = key << NODE_BITS | next;
        return next;
    }

    private int newNode() {
        if (nodes == MOST_NODES) {
            throw new IllegalArgumentException("Too many phrases for one index.");
        }
        if (nodes == phraseAt.length) {
            letters = Arrays.copyOf(letters, nodes * 2);
            afterWord = Arrays.copyOf(afterWord, nodes * 2);
            afterBeginning = Arrays.copyOf(afterBeginning, nodes * 2);
            phraseAt = Arrays.copyOf(phraseAt, nodes * 2);
            Arrays.fill(phraseAt, nodes, phraseAt.length, NONE);
        }
        return nodes++;
    }

    private void rehash() {
        long[] old = steps;
        steps = new long[old.length * 2];
        for (long step : old) {
            if (step != 0) {
                steps[place(step >>> NODE_BITS)] = step;
            }
        }
    }

    private static long key(int node, char letter) {
        return (long) node << Character.SIZE | letter;
    }

    /** Where a key stands, or could be put. */
    private int place(long key) {
        int mask = steps.length - 1;
        int mixed = (int) (key ^ key >>> Character.SIZE) * MULTIPLIER;
        int at = (mixed ^ mixed >>> 15) & mask;
        while (steps[at] != 0 && steps[at] >>> NODE_BITS != key) {
            at = at + 1 & mask;
        }
        return at;
    }

    /**
     * @param nodes after the word at the root
     */
    private record Start(String word, int[] nodes) {}
}
