package io.otklik.language.sign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The first words of all phrases, walked letter by letter: a word of a text costs one step a letter
 * until no phrase can begin with it, whatever the number of phrases.
 */
final class WordTrie {

    private static final int[] NONE = new int[0];

    private static final int MULTIPLIER = 0x9E3779B1;

    /** Open addressing from (node, letter) to the next node; a key of 0 is a free place. */
    private final long[] keys;

    private final int[] nexts;
    private final int mask;

    /** For each node the phrases whose first word ends here, and those whose beginning does. */
    private final int[][] whole;

    private final int[][] open;

    private WordTrie(long[] keys, int[] nexts, int[][] whole, int[][] open) {
        this.keys = keys;
        this.nexts = nexts;
        this.mask = keys.length - 1;
        this.whole = whole;
        this.open = open;
    }

    static WordTrie of(List<Phrase> phrases) {
        Map<Long, Integer> edges = new HashMap<>();
        List<List<Integer>> whole = new ArrayList<>(List.of(new ArrayList<>()));
        List<List<Integer>> open = new ArrayList<>(List.of(new ArrayList<>()));
        for (int id = 0; id < phrases.size(); id++) {
            String first = phrases.get(id).words().get(0);
            int node = 0;
            for (int i = 0; i < first.length(); i++) {
                Integer next = edges.get(key(node, first.charAt(i)));
                if (next == null) {
                    next = whole.size();
                    edges.put(key(node, first.charAt(i)), next);
                    whole.add(new ArrayList<>());
                    open.add(new ArrayList<>());
                }
                node = next;
            }
            (phrases.get(id).prefix().get(0) ? open : whole).get(node).add(id);
        }
        int size = Integer.highestOneBit(Math.max(4, edges.size()) * 2) * 2;
        long[] keys = new long[size];
        int[] nexts = new int[size];
        edges.forEach(
                (key, next) -> {
                    int at = place(key, size - 1);
                    while (keys[at] != 0) {
                        at = at + 1 & size - 1;
                    }
                    keys[at] = key;
                    nexts[at] = next;
                });
        return new WordTrie(keys, nexts, arrays(whole), arrays(open));
    }

    private static int[][] arrays(List<List<Integer>> lists) {
        return lists.stream()
                .map(list -> list.isEmpty() ? NONE : list.stream().mapToInt(i -> i).toArray())
                .toArray(int[][]::new);
    }

    private static long key(int node, char letter) {
        return (long) node << Character.SIZE | letter;
    }

    private static int place(long key, int mask) {
        int mixed = (int) (key ^ key >>> Integer.SIZE) * MULTIPLIER;
        return (mixed ^ mixed >>> 15) & mask;
    }

    /** Next node, or -1. */
    private int next(int node, char letter) {
        long key = key(node, letter);
        int at = place(key, mask);
        while (keys[at] != 0) {
            if (keys[at] == key) {
                return nexts[at];
            }
            at = at + 1 & mask;
        }
        return -1;
    }

    /** Takes every phrase whose first word fits the word. */
    void find(String word, Candidates candidates) {
        int node = 0;
        for (int i = 0; i < word.length(); i++) {
            node = next(node, word.charAt(i));
            if (node < 0) {
                return;
            }
            candidates.take(open[node]);
        }
        candidates.take(whole[node]);
    }

    /** Receives ids of phrases that may stand at the word. */
    interface Candidates {
        void take(int[] phrases);
    }
}
