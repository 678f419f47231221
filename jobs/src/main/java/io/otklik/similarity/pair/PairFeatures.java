package io.otklik.similarity.pair;

import io.otklik.similarity.Words;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What speaks for two texts stating the same and against it, as numbers, most of them from 0 to 1.
 * Symmetric: the order of the two does not matter.
 */
public final class PairFeatures {

    /** Of two words written less alike than this neither stands for the other. */
    private static final double LEAST_ALIKE = 0.45;

    /** Weight that a word of the most telling kind has, for scaling. */
    private static final double HEAVY = 10;

    /** Names of the features, in order. */
    public static final List<String> NAMES =
            List.of(
                    "cosine",
                    "jaccard",
                    "grams",
                    "coveredLess",
                    "coveredMore",
                    "exactLess",
                    "exactMore",
                    "pairsOfWords",
                    "inOrder",
                    "heaviestMissing",
                    "heaviestMissingBoth",
                    "numbersAgree",
                    "numbersDiffer",
                    "namesAgree",
                    "namesDiffer",
                    "oneDenies",
                    "lengthRatio",
                    "missingBoth",
                    "missingOne",
                    "cosineSquared",
                    "coveredLessSquared",
                    "coveredTimesGrams",
                    "short");

    private PairFeatures() {}

    /** The features of a pair, as named by {@link #NAMES}. */
    public static double[] of(Statement first, Statement second) {
        Words a = first.words();
        Words b = second.words();
        Alignment ab = align(first, second);
        Alignment ba = align(second, first);
        double cosine = cosine(a, b, first.norm() * second.norm());
        double grams = gramCosine(first, second);
        double less = Math.min(ab.covered, ba.covered);
        double more = Math.max(ab.covered, ba.covered);
        Agreement numbers = agreement(kept(a, a.numbers()), kept(b, b.numbers()));
        Agreement names = names(first, second);
        return new double[] {
            cosine,
            jaccard(a, b),
            grams,
            less,
            more,
            Math.min(ab.exact, ba.exact),
            Math.max(ab.exact, ba.exact),
            wordPairs(a, b),
            inOrder(a, b),
            Math.max(ab.heaviestMissing, ba.heaviestMissing) / HEAVY,
            Math.min(ab.heaviestMissing, ba.heaviestMissing) / HEAVY,
            numbers.agree,
            numbers.differ,
            names.agree,
            names.differ,
            (a.negations() > 0) == (b.negations() > 0) ? 0 : 1,
            ratio(first.length(), second.length()),
            Math.min(ab.missing, ba.missing) / (4 * HEAVY),
            Math.max(ab.missing, ba.missing) / (4 * HEAVY),
            cosine * cosine,
            less * less,
            less * grams,
            1.0 / (1 + Math.min(a.size(), b.size()))
        };
    }

    /** What of one text the other covers, by weight. */
    private static Alignment align(Statement of, Statement by) {
        Words words = of.words();
        double all = 0;
        double covered = 0;
        double exact = 0;
        double heaviest = 0;
        Set<String> others = new HashSet<>(by.words().stems());
        for (int i = 0; i < words.size(); i++) {
            double weight = words.weights()[i];
            double alike;
            if (others.contains(words.stems().get(i))) {
                alike = 1;
                exact += weight;
            } else {
                alike = words.numbers()[i] ? 0 : mostAlike(of.wordGrams()[i], by);
            }
            all += weight;
            covered += weight * alike;
            heaviest = Math.max(heaviest, weight * (1 - alike));
        }
        return all == 0
                ? new Alignment(0, 0, 0, 0)
                : new Alignment(covered / all, exact / all, heaviest, all - covered);
    }

    private static double mostAlike(int[] grams, Statement by) {
        double most = 0;
        for (int[] other : by.wordGrams()) {
            most = Math.max(most, Statement.alike(grams, other));
        }
        return most < LEAST_ALIKE ? 0 : most;
    }

    private static double cosine(Words a, Words b, double norms) {
        if (norms == 0) {
            return 0;
        }
        Map<String, Integer> counts = new HashMap<>();
        b.stems().forEach(stem -> counts.merge(stem, 1, Integer::sum));
        double dot = 0;
        for (int i = 0; i < a.size(); i++) {
            int count = counts.getOrDefault(a.stems().get(i), 0);
            dot += count * (double) a.weights()[i] * a.weights()[i];
        }
        return Math.min(1, dot / norms);
    }

    private static double jaccard(Words a, Words b) {
        Map<String, Float> left = new HashMap<>();
        for (int i = 0; i < a.size(); i++) {
            left.put(a.stems().get(i), a.weights()[i]);
        }
        double both = 0;
        double all = 0;
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < b.size(); i++) {
            String stem = b.stems().get(i);
            if (seen.add(stem)) {
                if (left.containsKey(stem)) {
                    both += b.weights()[i];
                } else {
                    all += b.weights()[i];
                }
            }
        }
        for (float weight : left.values()) {
            all += weight;
        }
        return all == 0 ? 0 : both / all;
    }

    private static double gramCosine(Statement first, Statement second) {
        double norms = first.gramNorm() * second.gramNorm();
        if (norms == 0) {
            return 0;
        }
        double dot = 0;
        for (Map.Entry<Integer, Integer> gram : first.grams().entrySet()) {
            dot += (double) gram.getValue() * second.grams().getOrDefault(gram.getKey(), 0);
        }
        return dot / norms;
    }

    /** Share of neighbouring telling words that stand side by side in both. */
    private static double wordPairs(Words a, Words b) {
        Set<String> left = neighbours(a);
        Set<String> right = neighbours(b);
        int fewer = Math.min(left.size(), right.size());
        left.retainAll(right);
        return fewer == 0 ? 0 : (double) left.size() / fewer;
    }

    private static Set<String> neighbours(Words words) {
        Set<String> pairs = new HashSet<>();
        for (int i = 1; i < words.size(); i++) {
            pairs.add(words.stems().get(i - 1) + ' ' + words.stems().get(i));
        }
        return pairs;
    }

    /** Longest common subsequence of telling words, of the shorter text's length. */
    private static double inOrder(Words a, Words b) {
        int[] row = new int[b.size() + 1];
        for (int i = 0; i < a.size(); i++) {
            int diagonal = 0;
            for (int j = 0; j < b.size(); j++) {
                int above = row[j + 1];
                row[j + 1] =
                        a.stems().get(i).equals(b.stems().get(j))
                                ? diagonal + 1
                                : Math.max(above, row[j]);
                diagonal = above;
            }
        }
        int fewer = Math.min(a.size(), b.size());
        return fewer == 0 ? 0 : (double) row[b.size()] / fewer;
    }

    private static Set<String> kept(Words words, boolean[] which) {
        Set<String> kept = new HashSet<>();
        for (int i = 0; i < words.size(); i++) {
            if (which[i]) {
                kept.add(words.stems().get(i));
            }
        }
        return kept;
    }

    /** Whether names of one text stand in the other, there with a capital or not. */
    private static Agreement names(Statement first, Statement second) {
        Set<String> a = kept(first.words(), first.words().names());
        Set<String> b = kept(second.words(), second.words().names());
        int all = a.size() + b.size();
        if (all == 0) {
            return new Agreement(0, 0);
        }
        Set<String> inA = new HashSet<>(first.words().stems());
        Set<String> inB = new HashSet<>(second.words().stems());
        long foundA = a.stream().filter(inB::contains).count();
        long foundB = b.stream().filter(inA::contains).count();
        boolean bothMiss = foundA < a.size() && foundB < b.size();
        return new Agreement((double) (foundA + foundB) / all, bothMiss ? 1 : 0);
    }

    /** Both have figures of their own: they agree, or contradict each other. */
    private static Agreement agreement(Set<String> a, Set<String> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return new Agreement(0, 0);
        }
        Set<String> both = new HashSet<>(a);
        both.retainAll(b);
        boolean bothMiss = both.size() < a.size() && both.size() < b.size();
        return new Agreement((double) both.size() / Math.min(a.size(), b.size()), bothMiss ? 1 : 0);
    }

    private static double ratio(int a, int b) {
        int more = Math.max(a, b);
        return more == 0 ? 1 : (double) Math.min(a, b) / more;
    }

    private record Alignment(
            double covered, double exact, double heaviestMissing, double missing) {}

    private record Agreement(double agree, double differ) {}
}
