package io.otklik.similarity.evaluate;

import io.otklik.language.text.Tokenizer;
import io.otklik.similarity.claim.ClaimIndex;
import io.otklik.similarity.claim.ClaimMatch;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How well known claims are found in other words, and how seldom in other texts.
 *
 * @param recall share of reworded claims that match their own claim
 * @param wrong reworded claims that match another one
 * @param falseMatches share of other texts that match any
 * @param chosen the lowest threshold at which hardly any text of one half of the others matches
 * @param recallThere share of reworded claims that match their own at that threshold
 * @param falseMatchesThere share of the other half of the others that match any at that threshold
 */
public record ClaimFigures(
        int claims,
        int reworded,
        double recall,
        int wrong,
        int others,
        double falseMatches,
        double chosen,
        double recallThere,
        double falseMatchesThere) {

    /** Half of what is allowed, so that the other half of the texts stays below it too. */
    private static final double MOST_CHOSEN = 0.0025;

    /**
     * Counts matches.
     *
     * @param reworded pairs of a claim and its other wording
     * @param more further claims, to confuse
     * @param others texts that repeat none
     */
    public static ClaimFigures of(List<String[]> reworded, List<String> more, List<String> others) {
        Map<String, List<String>> claims = new LinkedHashMap<>();
        more.forEach(claim -> claims.put(claim, List.of(claim)));
        reworded.forEach(pair -> claims.put(pair[0], List.of(pair[0])));
        ClaimIndex index = new ClaimIndex();
        claims.forEach(index::put);
        Tokenizer tokenizer = new Tokenizer();
        int right = 0;
        int wrong = 0;
        double[] own = new double[reworded.size()];
        for (int i = 0; i < own.length; i++) {
            ClaimMatch match = index.match(tokenizer.read(reworded.get(i)[1]));
            boolean same = match != null && match.claimId().equals(reworded.get(i)[0]);
            own[i] = same ? match.score() : 0;
            if (match != null && match.sure()) {
                right += same ? 1 : 0;
                wrong += same ? 0 : 1;
            }
        }
        double[] choosing = new double[(others.size() + 1) / 2];
        double[] judging = new double[others.size() / 2];
        int falsely = 0;
        for (int i = 0; i < others.size(); i++) {
            ClaimMatch match = index.match(tokenizer.read(others.get(i)));
            (i % 2 == 0 ? choosing : judging)[i / 2] = match == null ? 0 : match.score();
            falsely += match != null && match.sure() ? 1 : 0;
        }
        Arrays.sort(choosing);
        // The next double above the first that is too many, so that it does not match itself.
        double chosen =
                Math.nextUp(choosing[choosing.length - 1 - (int) (MOST_CHOSEN * choosing.length)]);
        return new ClaimFigures(
                claims.size(),
                reworded.size(),
                (double) right / reworded.size(),
                wrong,
                others.size(),
                (double) falsely / others.size(),
                chosen,
                share(own, chosen),
                share(judging, chosen));
    }

    private static double share(double[] scores, double threshold) {
        return (double) Arrays.stream(scores).filter(score -> score >= threshold).count()
                / scores.length;
    }
}
