package io.otklik.language.train;

/**
 * Precision, recall and F1 of one yes-or-no question.
 *
 * @param hits said yes and was
 * @param falseAlarms said yes and was not
 * @param misses said no and was
 */
public record Ratio(int hits, int falseAlarms, int misses) {

    public double precision() {
        return hits == 0 ? 0 : (double) hits / (hits + falseAlarms);
    }

    public double recall() {
        return hits == 0 ? 0 : (double) hits / (hits + misses);
    }

    public double f1() {
        return hits == 0 ? 0 : 2.0 * hits / (2 * hits + falseAlarms + misses);
    }
}
