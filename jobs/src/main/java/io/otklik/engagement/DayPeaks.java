package io.otklik.engagement;

import java.util.Arrays;

/**
 * The largest count of each window on each of the latest days, of UTC.
 *
 * @param lastDay days since the epoch; before the first day {@link Long#MIN_VALUE}
 * @param peaks by day and window, {@code peaks[day * windows + window]}, the last day last; at most
 *     {@value #DAYS} days
 */
public record DayPeaks(long lastDay, double[] peaks) {

    static final int DAYS = 14;
    public static final DayPeaks NONE = new DayPeaks(Long.MIN_VALUE, new double[0]);

    /** With the counts of the windows that end now. */
    public DayPeaks with(long day, double[] counts) {
        DayPeaks to = upTo(day, counts.length);
        int last = to.peaks.length - counts.length;
        double[] raised = null;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > to.peaks[last + i]) {
                raised = raised == null ? to.peaks.clone() : raised;
                raised[last + i] = counts[i];
            }
        }
        return raised == null ? to : new DayPeaks(to.lastDay, raised);
    }

    /** The median over the days before the last one; 0 if there is none. */
    public double usual(int window, int windows) {
        int days = peaks.length / windows - 1;
        if (days < 1) {
            return 0;
        }
        double[] ofDays = new double[days];
        Arrays.setAll(ofDays, day -> peaks[day * windows + window]);
        return Usual.median(ofDays);
    }

    /** Days in between had no reactions at all. */
    private DayPeaks upTo(long day, int windows) {
        if (lastDay == Long.MIN_VALUE) {
            return new DayPeaks(day, new double[windows]);
        }
        int passed = (int) Math.min(DAYS, Math.max(0, day - lastDay));
        if (passed == 0) {
            return this;
        }
        int days = Math.min(DAYS, peaks.length / windows + passed);
        double[] moved = new double[days * windows];
        int kept = Math.max(0, days - passed) * windows;
        System.arraycopy(peaks, peaks.length - kept, moved, 0, kept);
        return new DayPeaks(day, moved);
    }
}
