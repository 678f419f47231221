package io.otklik.similarity.signal;

import java.util.List;

/**
 * How much speaks for a check.
 *
 * @param value 0 to 1
 * @param signals what spoke, the heaviest first
 */
public record Score(double value, List<Spoken> signals) {

    public Score {
        signals = List.copyOf(signals);
    }
}
