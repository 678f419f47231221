package io.otklik.language;

import java.util.List;

/**
 * Whether a resident's message is an appeal, and why.
 *
 * @param appeal whether an authority owes an answer
 * @param score sum of the weights of the rules that spoke
 * @param reasons ids of the rules that spoke for the decision, heaviest first; never empty
 */
public record Decision(boolean appeal, double score, List<String> reasons) {

    public Decision {
        reasons = List.copyOf(reasons);
    }
}
