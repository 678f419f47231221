package io.otklik.language.rules;

import java.util.List;

/**
 * What the rule book alone says of a message: the baseline that the model is measured against.
 *
 * @param appeal whether an authority owes an answer
 * @param score sum of the weights of the rules that spoke
 * @param reasons ids of the rules that spoke for the decision, heaviest first; never empty
 */
public record RuleDecision(boolean appeal, double score, List<String> reasons) {

    public RuleDecision {
        reasons = List.copyOf(reasons);
    }
}
