package io.otklik.language.sign;

import io.otklik.language.text.PhraseTree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Finds in one pass which signs of a book stand in a text. Immutable and safe for many threads; the
 * cost grows with the text's length, hardly with the number of signs.
 */
public final class SignIndex {

    private static final int WORD_BITS = 6;

    /** Numbers of an entry of {@link #near}. */
    private static final int NEAR = 3;

    private final PhraseTree tree = new PhraseTree();

    /** The parts in which a phrase stands, by the phrase's number. */
    private final int[][] partsOfPhrase;

    private final int parts;

    /** Signs to look at when a part was found: those that have it as their rarest part. */
    private final int[][] signsOfPart;

    private final int[][] all;
    private final int[][] none;

    /**
     * For each sign the parts that must stand near each other: two and their distance, and so on.
     */
    private final int[][] near;

    /** The parts of {@link #near}: only their places are noted. */
    private final boolean[] placed;

    public SignIndex(List<Sign> signs) {
        Map<String, Integer> phraseIds = new HashMap<>();
        Map<List<String>, Integer> partIds = new HashMap<>();
        List<List<Integer>> partsByPhrase = new ArrayList<>();
        all = new int[signs.size()][];
        none = new int[signs.size()][];
        near = new int[signs.size()][];
        for (int i = 0; i < signs.size(); i++) {
            all[i] = ids(signs.get(i).all(), partIds, phraseIds, partsByPhrase);
            none[i] = ids(signs.get(i).none(), partIds, phraseIds, partsByPhrase);
        }
        parts = partIds.size();
        placed = new boolean[parts];
        for (int i = 0; i < near.length; i++) {
            near[i] = pairs(signs.get(i), all[i]);
            for (int j = 0; j < near[i].length; j += NEAR) {
                placed[near[i][j]] = true;
                placed[near[i][j + 1]] = true;
            }
        }
        partsOfPhrase = arrays(partsByPhrase);
        signsOfPart = arrays(keyed(signs));
    }

    private static int[] pairs(Sign sign, int[] parts) {
        return sign.near().entrySet().stream()
                .flatMapToInt(
                        near ->
                                IntStream.of(
                                        parts[near.getKey() - 1],
                                        parts[near.getKey()],
                                        near.getValue()))
                .toArray();
    }

    private int[] ids(
            List<List<String>> written,
            Map<List<String>, Integer> partIds,
            Map<String, Integer> phraseIds,
            List<List<Integer>> partsByPhrase) {
        int[] ids = new int[written.size()];
        for (int i = 0; i < ids.length; i++) {
            List<String> part = written.get(i);
            Integer known = partIds.get(part);
            if (known == null) {
                known = partIds.size();
                partIds.put(part, known);
                for (String phrase : part) {
                    int phraseId = phraseIds.computeIfAbsent(phrase, this::addPhrase);
                    if (phraseId == partsByPhrase.size()) {
                        partsByPhrase.add(new ArrayList<>());
                    }
                    partsByPhrase.get(phraseId).add(known);
                }
            }
            ids[i] = known;
        }
        return ids;
    }

    private int addPhrase(String written) {
        Phrase phrase = Phrase.parse(written);
        return tree.add(phrase.words(), phrase.prefix());
    }

    /** Each sign under its part with the fewest phrases, which is the one found most rarely. */
    private List<List<Integer>> keyed(List<Sign> signs) {
        List<List<Integer>> keyed = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            keyed.add(new ArrayList<>());
        }
        for (int i = 0; i < signs.size(); i++) {
            List<List<String>> written = signs.get(i).all();
            int rarest = 0;
            for (int j = 1; j < written.size(); j++) {
                if (written.get(j).size() < written.get(rarest).size()) {
                    rarest = j;
                }
            }
            keyed.get(all[i][rarest]).add(i);
        }
        return keyed;
    }

    private static int[][] arrays(List<List<Integer>> lists) {
        return lists.stream()
                .map(list -> list.stream().mapToInt(i -> i).toArray())
                .toArray(int[][]::new);
    }

    /**
     * The numbers of the signs that stand in the text, ascending.
     *
     * @param words in lower case, {@code ё} as {@code е}
     */
    public int[] find(List<String> words) {
        Search search = new Search();
        tree.find(words, search);
        int[] found = new int[8];
        int count = 0;
        for (int i = 0; i < search.count; i++) {
            for (int sign : signsOfPart[search.hits[i]]) {
                if (speaks(sign, search.seen) && search.areNear(near[sign])) {
                    if (count == found.length) {
                        found = Arrays.copyOf(found, count * 2);
                    }
                    found[count++] = sign;
                }
            }
        }
        int[] exact = Arrays.copyOf(found, count);
        Arrays.sort(exact);
        return exact;
    }

    private boolean speaks(int sign, long[] seen) {
        for (int part : all[sign]) {
            if (!isSet(seen, part)) {
                return false;
            }
        }
        for (int part : none[sign]) {
            if (isSet(seen, part)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSet(long[] bits, int at) {
        return (bits[at >> WORD_BITS] & 1L << at) != 0;
    }

    /** The parts found so far in one text. */
    private final class Search implements PhraseTree.Found {
        private final long[] seen = new long[(parts >> WORD_BITS) + 1];
        private final Map<Integer, BitSet> places = new HashMap<>();
        private int[] hits = new int[16];
        private int count;

        @Override
        public void phrase(int phrase, int at) {
            for (int part : partsOfPhrase[phrase]) {
                mark(part);
                if (placed[part]) {
                    places.computeIfAbsent(part, key -> new BitSet()).set(at);
                }
            }
        }

        /** Whether the parts of each pair stand somewhere near each other. */
        private boolean areNear(int[] pairs) {
            for (int i = 0; i < pairs.length; i += NEAR) {
                if (!isNear(places.get(pairs[i]), places.get(pairs[i + 1]), pairs[i + 2])) {
                    return false;
                }
            }
            return true;
        }

        private static boolean isNear(BitSet one, BitSet other, int far) {
            for (int at = one.nextSetBit(0); at >= 0; at = one.nextSetBit(at + 1)) {
                int next = other.nextSetBit(Math.max(0, at - far));
                if (next >= 0 && next <= at + far) {
                    return true;
                }
            }
            return false;
        }

        private void mark(int part) {
            if (isSet(seen, part)) {
                return;
            }
            seen[part >> WORD_BITS] |= 1L << part;
            if (count == hits.length) {
                hits = Arrays.copyOf(hits, count * 2);
            }
            hits[count++] = part;
        }
    }
}
