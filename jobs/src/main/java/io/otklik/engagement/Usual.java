package io.otklik.engagement;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How many reactions are usual in an hour, by robust statistics: a few hours that were out of the
 * ordinary change nothing.
 *
 * @param hourly median of the hours that are alike
 * @param variance of the count of an hour: by the median distance from the median, and at least
 *     that of chance
 */
public record Usual(double hourly, double variance) {

    /** Where the distances are those of a normal distribution, this makes them one deviation. */
    private static final double NORMAL = 1.4826;

    /** With fewer hours of the week than those of three weeks, other days count too. */
    private static final int ENOUGH = 9;

    private static final int DAY = 24;

    /**
     * Which hours tell what is usual in an hour: itself and its neighbours a week before, two,
     * three and four; while there are less than nine of them, also on the six days before.
     *
     * @param known the first hour that was watched
     */
    public static List<Long> alike(long hour, long known) {
        List<Long> hours = new ArrayList<>();
        for (int week = 1; week <= HourCounts.WEEKS; week++) {
            around(hour - (long) week * HourCounts.HOURS_OF_WEEK, hour, known, hours);
        }
        if (hours.size() < ENOUGH) {
            for (int day = 1; day < 7; day++) {
                around(hour - (long) day * DAY, hour, known, hours);
            }
        }
        return hours;
    }

    private static void around(long middle, long hour, long known, List<Long> hours) {
        for (long near = middle - 1; near <= middle + 1; near++) {
            if (near >= known && near < hour) {
                hours.add(near);
            }
        }
    }

    /** What is usual by the counts of hours that are alike; of none, nothing. */
    public static Usual of(double[] counts) {
        if (counts.length == 0) {
            return new Usual(0, 0);
        }
        double median = median(counts);
        double[] distances = new double[counts.length];
        Arrays.setAll(distances, i -> Math.abs(counts[i] - median));
        double deviation = NORMAL * median(distances);
        return new Usual(median, Math.max(deviation * deviation, median));
    }

    /** The count in a window that an unusual one exceeds. */
    public double limit(SpikePolicy.Window window, double deviations) {
        double share = share(window.length());
        // Reactions come in bursts: all of an hour's deviation may lie in a part of it.
        return hourly * share + deviations * Math.sqrt(variance * share);
    }

    /** The usual count in a window. */
    public double count(Duration length) {
        return hourly * share(length);
    }

    /** The middle one, or the mean of the two in the middle. */
    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static double share(Duration length) {
        return length.toMillis() / (double) Duration.ofHours(1).toMillis();
    }
}
