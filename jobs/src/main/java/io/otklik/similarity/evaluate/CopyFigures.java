package io.otklik.similarity.evaluate;

import io.otklik.language.text.Tokenizer;
import io.otklik.similarity.WordWeights;
import io.otklik.similarity.Words;
import io.otklik.similarity.copy.CopyClusters;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * How well planted copies are found among texts: of all pairs of texts, how many of one story are
 * in one cluster (recall), and how many in one cluster are of one story (precision).
 *
 * @param texts how many there were
 * @param changes for each change and strength the share of texts in their original's cluster
 */
public record CopyFigures(int texts, double recall, double precision, Map<String, Double> changes) {

    /** An original has so many telling words at least: half of it is still a text. */
    private static final int LEAST_WORDS = 12;

    /** Of two originals no more than this share of word triples is common. */
    private static final double MOST_COMMON = 0.15;

    /** Clusters planted texts and counts. */
    public static CopyFigures of(List<PlantedCopies.Text> texts) {
        Tokenizer tokenizer = new Tokenizer();
        List<Words> words = new ArrayList<>();
        for (PlantedCopies.Text text : texts) {
            words.add(Words.of(tokenizer.read(text.written()), WordWeights.bundled()));
        }
        CopyClusters clusters = CopyClusters.of(words);
        Map<Long, Long> together = new HashMap<>();
        Map<Integer, Long> stories = new HashMap<>();
        Map<Integer, Long> found = new HashMap<>();
        Map<Integer, Integer> originals = new HashMap<>();
        Map<String, int[]> changes = new LinkedHashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            PlantedCopies.Text text = texts.get(i);
            int cluster = clusters.clusterOf(i);
            together.merge((long) text.original() << 32 | cluster, 1L, Long::sum);
            stories.merge(text.original(), 1L, Long::sum);
            found.merge(cluster, 1L, Long::sum);
            if (text.change() == null) {
                originals.put(text.original(), cluster);
            } else {
                int[] counts =
                        changes.computeIfAbsent(
                                text.change() + " " + text.strength(), key -> new int[2]);
                counts[0] += originals.get(text.original()) == cluster ? 1 : 0;
                counts[1]++;
            }
        }
        double both = pairs(together.values());
        Map<String, Double> shares = new LinkedHashMap<>();
        changes.forEach((change, counts) -> shares.put(change, (double) counts[0] / counts[1]));
        return new CopyFigures(
                texts.size(), both / pairs(stories.values()), both / pairs(found.values()), shares);
    }

    private static double pairs(Collection<Long> sizes) {
        double pairs = 0;
        for (long size : sizes) {
            pairs += size * (size - 1) / 2.0;
        }
        return pairs;
    }

    /** Real texts of which none is a copy of another already, by a measure of its own. */
    public static List<String> originals(List<String> texts, long seed) {
        Tokenizer tokenizer = new Tokenizer();
        List<String> shuffled = new ArrayList<>(new LinkedHashSet<>(texts));
        Collections.shuffle(shuffled, new Random(seed));
        List<String> originals = new ArrayList<>();
        Map<String, List<Integer>> byTriple = new HashMap<>();
        for (String text : shuffled) {
            if (Words.of(tokenizer.read(text), WordWeights.bundled()).size() < LEAST_WORDS) {
                continue;
            }
            Set<String> triples = triples(text);
            Map<Integer, Integer> common = new HashMap<>();
            for (String triple : triples) {
                byTriple.getOrDefault(triple, List.of())
                        .forEach(other -> common.merge(other, 1, Integer::sum));
            }
            int most = common.values().stream().mapToInt(Integer::intValue).max().orElse(0);
            if (most <= MOST_COMMON * triples.size()) {
                for (String triple : triples) {
                    byTriple.computeIfAbsent(triple, key -> new ArrayList<>())
                            .add(originals.size());
                }
                originals.add(text);
            }
        }
        return originals;
    }

    private static Set<String> triples(String text) {
        String[] words = text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+");
        Set<String> triples = new HashSet<>();
        for (int i = 0; i + 2 < words.length; i++) {
            triples.add(words[i] + ' ' + words[i + 1] + ' ' + words[i + 2]);
        }
        return triples;
    }
}
