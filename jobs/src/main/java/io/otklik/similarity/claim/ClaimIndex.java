package io.otklik.similarity.claim;

import io.otklik.language.text.Tokenizer;
import io.otklik.language.text.Tokens;
import io.otklik.similarity.Hashing;
import io.otklik.similarity.WordWeights;
import io.otklik.similarity.Words;
import io.otklik.similarity.pair.PairModel;
import io.otklik.similarity.pair.Statement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the known claim that a text repeats.
 *
 * <p>A wording of a claim is a candidate if its telling words are covered by the text's to two
 * fifths of their weight (found by an inverted index over stems, so that thousands of claims cost
 * no more than those that have a word in common). The text is then read in pieces of one to three
 * sentences around the sentence nearest to the wording, and the best probability that a piece
 * states the same ({@link PairModel}) counts, or that the sentence holds nearly the whole wording.
 *
 * <p>Not for several threads: its tokenizer keeps buffers.
 */
public final class ClaimIndex {

    /**
     * From here on it is a match: nine of ten reworded claims are above it, and one in 800 of other
     * texts (`otklik claims evaluate --part claims`). The model's probability is that of two
     * headlines saying exactly the same, therefore it is low for what residents write.
     */
    public static final double MATCH = 0.13;

    /** From here on it is a suggestion. */
    private static final double SUGGESTION = 0.07;

    /** Share of a wording's weight that a candidate covers at least. */
    private static final double LEAST_COVERED = 0.4;

    /** Candidates that are read closely: those that are covered best. */
    private static final int MOST_CANDIDATES = 6;

    /** Weight that a wording has at least to be found inside of a sentence: three telling words. */
    private static final double LEAST_CONTAINED = 12;

    /** Share of its weight that must stand in the sentence. */
    private static final double LEAST_SHARE = 0.9;

    private static final int MOST_SENTENCES = 3;

    private static final Comparator<Wording> BY_NAME =
            Comparator.comparing(Wording::claimId).thenComparingInt(Wording::place);

    private final Tokenizer tokenizer = new Tokenizer();
    private final WordWeights weights = WordWeights.bundled();
    private final PairModel model = PairModel.bundled();

    /** By number; null where a claim has other wordings since. */
    private final List<Wording> wordings = new ArrayList<>();

    private final Map<String, List<Integer>> byClaim = new HashMap<>();
    private final Map<String, Long> digests = new HashMap<>();
    private final Map<String, List<Integer>> byStem = new HashMap<>();
    private long digest;

    /** An index without a claim. */
    public ClaimIndex() {}

    /**
     * Adds a claim, or gives a known one other wordings. What is found afterwards does not depend
     * on the order in which claims came.
     */
    public void put(String claimId, List<String> texts) {
        for (int old : byClaim.getOrDefault(claimId, List.of())) {
            Wording wording = wordings.set(old, null);
            wording.stems.forEach(stem -> byStem.get(stem).remove((Integer) old));
        }
        long said = digest(claimId, texts);
        Long before = digests.put(claimId, said);
        digest += said - (before == null ? 0 : before);
        byClaim.put(claimId, new ArrayList<>());
        for (int place = 0; place < texts.size(); place++) {
            add(claimId, place, texts.get(place));
        }
    }

    /** What all claims say, as one number: the same in every task. */
    public long digest() {
        return digest;
    }

    private static long digest(String claimId, List<String> texts) {
        long digest = Hashing.of(claimId);
        for (String text : texts) {
            digest = Hashing.of(digest, Hashing.of(text));
        }
        return digest;
    }

    private void add(String claimId, int place, String text) {
        Statement statement = Statement.of(tokenizer.read(text), weights);
        double weight = 0;
        Set<String> stems = new HashSet<>();
        for (int i = 0; i < statement.words().size(); i++) {
            if (stems.add(statement.words().stems().get(i))) {
                weight += statement.words().weights()[i];
            }
        }
        for (String stem : stems) {
            byStem.computeIfAbsent(stem, key -> new ArrayList<>()).add(wordings.size());
        }
        byClaim.get(claimId).add(wordings.size());
        wordings.add(new Wording(claimId, place, statement, stems, weight));
    }

    /** Whether there is no claim that a text could repeat. */
    public boolean isEmpty() {
        return byStem.isEmpty();
    }

    /** The claim that a text repeats most surely; null if none even to suggest. */
    public ClaimMatch match(Tokens text) {
        if (isEmpty()) {
            return null;
        }
        Words words = Words.of(text, weights);
        Map<Integer, Double> covered = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < words.size(); i++) {
            String stem = words.stems().get(i);
            if (seen.add(stem)) {
                for (int wording : byStem.getOrDefault(stem, List.of())) {
                    covered.merge(wording, (double) words.weights()[i], Double::sum);
                }
            }
        }
        Pieces pieces = null;
        Wording best = null;
        double score = SUGGESTION;
        for (int candidate : candidates(covered)) {
            if (pieces == null) {
                pieces = new Pieces(text);
            }
            Wording wording = wordings.get(candidate);
            double own = pieces.score(wording);
            boolean wins =
                    best == null
                            ? own >= score
                            : own > score
                                    || own == score && wording.claimId.compareTo(best.claimId) < 0;
            if (wins) {
                best = wording;
                score = own;
            }
        }
        return best == null
                ? null
                : new ClaimMatch(best.claimId, score, score >= MATCH, common(text, words, best));
    }

    /** The wordings that are covered best, those first. */
    private List<Integer> candidates(Map<Integer, Double> covered) {
        return covered.entrySet().stream()
                .filter(entry -> share(entry) >= LEAST_COVERED)
                .sorted(
                        Comparator.<Map.Entry<Integer, Double>>comparingDouble(this::share)
                                .reversed()
                                .thenComparing(entry -> wordings.get(entry.getKey()), BY_NAME))
                .limit(MOST_CANDIDATES)
                .map(Map.Entry::getKey)
                .toList();
    }

    private double share(Map.Entry<Integer, Double> covered) {
        return covered.getValue() / wordings.get(covered.getKey()).weight;
    }

    private static List<String> common(Tokens text, Words words, Wording wording) {
        List<String> common = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            int token = words.tokens()[i];
            String written = text.text().substring(text.begin(token), text.end(token));
            if (wording.stems.contains(words.stems().get(i)) && !common.contains(written)) {
                common.add(written);
            }
        }
        return common;
    }

    /** A text in pieces of one to three sentences, made ready when they are asked for. */
    private final class Pieces {
        private final List<String> sentences = new ArrayList<>();
        private final List<Set<String>> stems = new ArrayList<>();
        private final Map<Integer, Statement> ready = new HashMap<>();

        Pieces(Tokens text) {
            for (String sentence : text.text().split("(?<=[.!?…\\n])\\s+")) {
                if (!sentence.isBlank()) {
                    sentences.add(sentence);
                    Tokens tokens = tokenizer.read(sentence);
                    Set<String> own = new HashSet<>();
                    for (int i = 0; i < tokens.size(); i++) {
                        own.add(tokens.stem(i));
                    }
                    stems.add(own);
                }
            }
        }

        /** How surely a piece with the sentence nearest to a wording states what it states. */
        double score(Wording wording) {
            int nearest = 0;
            double most = -1;
            for (int i = 0; i < sentences.size(); i++) {
                double weight = 0;
                for (String stem : wording.stems) {
                    weight += stems.get(i).contains(stem) ? weights.of(stem) : 0;
                }
                if (weight > most) {
                    most = weight;
                    nearest = i;
                }
            }
            double best = 0;
            for (int from = Math.max(0, nearest - MOST_SENTENCES + 1); from <= nearest; from++) {
                int end = Math.min(sentences.size(), from + MOST_SENTENCES);
                for (int to = nearest + 1; to <= end; to++) {
                    best = Math.max(best, model.probability(wording.statement, piece(from, to)));
                }
            }
            return Math.max(best, contained(wording, most));
        }

        /**
         * A wording that stands nearly whole in one sentence is a match however much else the
         * sentence says: «Информация о том, что …, не соответствует действительности».
         */
        private double contained(Wording wording, double covered) {
            double share = covered / wording.weight;
            return wording.weight < LEAST_CONTAINED || share < LEAST_SHARE
                    ? 0
                    : MATCH + (share - LEAST_SHARE);
        }

        private Statement piece(int from, int to) {
            return ready.computeIfAbsent(
                    from * (MOST_SENTENCES + 1) + (to - from),
                    key ->
                            Statement.of(
                                    tokenizer.read(String.join(" ", sentences.subList(from, to))),
                                    weights));
        }
    }

    private record Wording(
            String claimId, int place, Statement statement, Set<String> stems, double weight) {}
}
