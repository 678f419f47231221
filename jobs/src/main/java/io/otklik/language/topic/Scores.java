package io.otklik.language.topic;

/** Indices of the greatest values, for short lists. */
final class Scores {

    private Scores() {}

    /** The places of the {@code n} greatest values, greatest first; of equal ones the first. */
    static int[] best(float[] values, int n) {
        Best best = new Best(Math.min(n, values.length));
        for (int i = 0; i < values.length; i++) {
            best.offer(i, values[i]);
        }
        int[] places = new int[best.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = best.number(i);
        }
        return places;
    }

    /** The place of the greatest value; of equal ones the first. */
    static int greatest(float[] values) {
        int greatest = 0;
        // In a variable of its own: no look at the array waits for the comparison before.
        float value = values[0];
        for (int i = 1; i < values.length; i++) {
            if (values[i] > value) {
                value = values[i];
                greatest = i;
            }
        }
        return greatest;
    }

    /** Turns scores into shares that sum to 1. */
    static void softmax(float[] scores) {
        float max = Float.NEGATIVE_INFINITY;
        for (float score : scores) {
            max = Math.max(max, score);
        }
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = (float) Math.exp(scores[i] - max);
            sum += scores[i];
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] /= (float) sum;
        }
    }
}
