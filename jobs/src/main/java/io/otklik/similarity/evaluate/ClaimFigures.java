package io.otklik.similarity.evaluate;

import io.otklik.language.text.Tokenizer;
import io.otklik.similarity.claim.ClaimIndex;
import io.otklik.similarity.claim.ClaimMatch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How well known claims are found in other words, and how seldom in other texts.
 *
 * @param recall share of reworded claims that match their own claim
 * @param wrong reworded claims that match another one
 * @param falseMatches share of other texts that match any
 */
public record ClaimFigures(
        int claims, int reworded, double recall, int wrong, int others, double falseMatches) {

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
        ClaimIndex index = new ClaimIndex(claims);
        Tokenizer tokenizer = new Tokenizer();
        int right = 0;
        int wrong = 0;
        for (String[] pair : reworded) {
            ClaimMatch match = index.match(tokenizer.read(pair[1]));
            if (match != null && match.sure()) {
                boolean own = match.claimId().equals(pair[0]);
                right += own ? 1 : 0;
                wrong += own ? 0 : 1;
            }
        }
        int falsely = 0;
        for (String text : others) {
            ClaimMatch match = index.match(tokenizer.read(text));
            falsely += match != null && match.sure() ? 1 : 0;
        }
        return new ClaimFigures(
                claims.size(),
                reworded.size(),
                (double) right / reworded.size(),
                wrong,
                others.size(),
                (double) falsely / others.size());
    }
}
