package io.otklik.language.urgency;

import io.otklik.language.sign.Sign;

import java.util.List;

/**
 * One rule of the urgency book.
 *
 * @param id stands in the reasons
 * @param push log-odds of «needs an answer» that the rule adds on comments of the first level
 * @param any one of these makes the message urgent
 * @param unless any of these silences the rule
 * @param matches texts on which it must speak
 * @param ignores texts on which no rule may speak
 */
public record UrgencyRule(
        String id,
        double push,
        List<Sign> any,
        List<Sign> unless,
        List<String> matches,
        List<String> ignores) {

    public UrgencyRule {
        any = List.copyOf(any);
        unless = List.copyOf(unless);
        matches = List.copyOf(matches);
        ignores = List.copyOf(ignores);
    }
}
