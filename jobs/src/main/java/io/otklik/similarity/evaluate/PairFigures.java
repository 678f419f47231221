package io.otklik.similarity.evaluate;

import io.otklik.similarity.pair.LabelledPair;
import io.otklik.similarity.pair.PairTraining;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Average precision of «the same» among labelled pairs, beside two plain measures.
 *
 * @param model by models that were trained without the pairs they judge
 * @param jaccard of the sets of words
 * @param cosine of the words' inverse document frequencies
 */
public record PairFigures(int pairs, double model, double jaccard, double cosine) {

    public static PairFigures of(List<LabelledPair> pairs) {
        boolean[] same = new boolean[pairs.size()];
        double[] jaccard = new double[pairs.size()];
        double[] cosine = new double[pairs.size()];
        Map<String, Integer> texts = new HashMap<>();
        Set<String> all = new HashSet<>();
        for (LabelledPair pair : pairs) {
            for (String text : List.of(pair.first(), pair.second())) {
                if (all.add(text)) {
                    words(text).forEach(word -> texts.merge(word, 1, Integer::sum));
                }
            }
        }
        for (int i = 0; i < pairs.size(); i++) {
            Set<String> a = words(pairs.get(i).first());
            Set<String> b = words(pairs.get(i).second());
            Set<String> both = new HashSet<>(a);
            both.retainAll(b);
            same[i] = pairs.get(i).same();
            jaccard[i] = (double) both.size() / Math.max(1, a.size() + b.size() - both.size());
            double norms = Math.sqrt(squares(a, texts, all.size()) * squares(b, texts, all.size()));
            cosine[i] = norms == 0 ? 0 : squares(both, texts, all.size()) / norms;
        }
        return new PairFigures(
                pairs.size(),
                AveragePrecision.of(new PairTraining(pairs).crossValidated(), same),
                AveragePrecision.of(jaccard, same),
                AveragePrecision.of(cosine, same));
    }

    private static double squares(Set<String> words, Map<String, Integer> texts, int all) {
        double sum = 0;
        for (String word : words) {
            double weight = Math.log((double) all / texts.get(word));
            sum += weight * weight;
        }
        return sum;
    }

    private static Set<String> words(String text) {
        Set<String> words =
                new HashSet<>(List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")));
        words.remove("");
        return words;
    }
}
