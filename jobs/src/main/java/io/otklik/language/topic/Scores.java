package io.otklik.language.topic;

/** Indices of the greatest values, for short lists. */
final class Scores {

    private Scores() {}

    /** The places of the {@code n} greatest values, greatest first; of equal ones the first. */
    static int[] best(float[] values, int n) {
        int[] best = new int[Math.min(n, values.length)];
        int filled = 0;
        for (int i = 0; i < values.length; i++) {
            int at = filled;
            while (at > 0 && values[best[at - 1]] < values[i]) {
                at--;
            }
            if (at < best.length) {
                int end = Math.min(filled, best.length - 1);
                System.arraycopy(best, at, best, at + 1, end - at);
                best[at] = i;
                filled = Math.min(filled + 1, best.length);
            }
        }
        return best;
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
