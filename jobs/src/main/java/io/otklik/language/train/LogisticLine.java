package io.otklik.language.train;

/** The probability that a score stands for: logistic of a line. */
public record LogisticLine(double bias, double slope) {

    private static final int STEPS = 50;

    /** The score is the log-odds already. */
    public static final LogisticLine AS_IT_IS = new LogisticLine(0, 1);

    /**
     * The line of the greatest likelihood, by Newton's method.
     *
     * @param scores of each example its score
     * @param truths of each what it is: 1, 0, or between where that is not sure
     * @param pull weight of the belief that the score is right as it is, in examples
     */
    public static LogisticLine fit(double[] scores, double[] truths, double pull) {
        double bias = 0;
        double slope = 1;
        for (int step = 0; step < STEPS; step++) {
            double byBias = 0;
            double bySlope = pull * (1 - slope);
            double bb = 1e-6;
            double bs = 0;
            double ss = pull;
            for (int i = 0; i < scores.length; i++) {
                double x = scores[i];
                double p = 1 / (1 + Math.exp(-bias - slope * x));
                double miss = truths[i] - p;
                double curve = p * (1 - p);
                byBias += miss;
                bySlope += miss * x;
                bb += curve;
                bs += curve * x;
                ss += curve * x * x;
            }
            double determinant = bb * ss - bs * bs;
            double moveBias = (ss * byBias - bs * bySlope) / determinant;
            double moveSlope = (bb * bySlope - bs * byBias) / determinant;
            double most = Math.max(1, Math.abs(moveBias) + Math.abs(moveSlope));
            bias += moveBias / most;
            slope += moveSlope / most;
        }
        return new LogisticLine(bias, slope);
    }

    public double probability(double score) {
        return 1 / (1 + Math.exp(-bias - slope * score));
    }
}
