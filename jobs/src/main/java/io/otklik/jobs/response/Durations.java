package io.otklik.jobs.response;

import com.datadoghq.sketch.ddsketch.mapping.IndexMapping;
import com.datadoghq.sketch.ddsketch.mapping.LogarithmicMapping;

/**
 * A distribution of lengths of time: exact sum and count, percentiles to {@value
 * #RELATIVE_ACCURACY}.
 *
 * <p>The bins are those of DDSketch (Masson, Rim, Lee: "DDSketch: a fast and fully-mergeable
 * quantile sketch with relative-error guarantees", VLDB 2019), by its authors' own mapping. Their
 * stores refuse negative counts, and a correction has to take a value back; so the counts are kept
 * in {@link Bins}. From 1 ms to ten years there are 1,324 bins: that is the most a distribution
 * grows to.
 *
 * @param sumMillis exact
 */
public record Durations(long sumMillis, Bins bins) {

    static final Durations NONE = new Durations(0, Bins.EMPTY);

    /** A percentile differs from the exact one by at most this part of it. */
    static final double RELATIVE_ACCURACY = 0.01;

    private static final IndexMapping MAPPING = new LogarithmicMapping(RELATIVE_ACCURACY);

    /**
     * One value.
     *
     * @param sign 1 to add it, -1 to take it back
     */
    static Durations of(long millis, int sign) {
        // The mapping knows no zero; an answer within the millisecond is one of a millisecond.
        return new Durations(sign * millis, Bins.of(MAPPING.index(Math.max(1, millis)), sign));
    }

    Durations plus(Durations other) {
        return other.isNone()
                ? this
                : new Durations(sumMillis + other.sumMillis, bins.plus(other.bins));
    }

    /** Whether more is to be taken back than is held. */
    boolean lacks(Durations difference) {
        return bins.lacks(difference.bins);
    }

    boolean isNone() {
        return sumMillis == 0 && bins.isEmpty();
    }

    int count() {
        return bins.total();
    }

    /** The mean, rounded down to a millisecond; null if there are no values. */
    Long mean() {
        int count = count();
        return count <= 0 ? null : Math.floorDiv(sumMillis, count);
    }

    /** The lower of the values between which a quantile lies; null if there are no values. */
    Long quantile(double quantile) {
        Integer index = bins.indexAtRank((int) (quantile * (count() - 1)));
        return index == null ? null : (Long) Math.round(MAPPING.value(index));
    }
}
