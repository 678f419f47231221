package io.otklik.engagement;

import java.util.Arrays;

/**
 * How many reactions one hour of the week had in its latest weeks.
 *
 * @param hours hours since the epoch, ascending, at most {@value #MOST}
 * @param counts of each
 */
public record HourCounts(long[] hours, double[] counts) {

    /** So many weeks before the one that is counted. */
    static final int WEEKS = 4;

    private static final int MOST = WEEKS + 1;
    public static final int HOURS_OF_WEEK = 7 * 24;
    public static final HourCounts NONE = new HourCounts(new long[0], new double[0]);

    /** Which hour of the week an hour is: 0 to {@value #HOURS_OF_WEEK} less one. */
    public static int slot(long hour) {
        return (int) Math.floorMod(hour, (long) HOURS_OF_WEEK);
    }

    /** With more reactions in an hour; one that is older than all that are kept changes nothing. */
    public HourCounts plus(long hour, double more) {
        int found = Arrays.binarySearch(hours, hour);
        if (found >= 0) {
            double[] changed = counts.clone();
            changed[found] += more;
            return new HourCounts(hours, changed);
        }
        int at = -found - 1;
        boolean full = hours.length == MOST;
        if (full && at == 0) {
            return this;
        }
        int drop = full ? 1 : 0;
        int size = hours.length + 1 - drop;
        long[] newHours = new long[size];
        double[] newCounts = new double[size];
        for (int to = 0, from = drop; to < size; to++) {
            if (to == at - drop) {
                newHours[to] = hour;
                newCounts[to] = more;
            } else {
                newHours[to] = hours[from];
                newCounts[to] = counts[from++];
            }
        }
        return new HourCounts(newHours, newCounts);
    }

    /** How many there were in an hour; none if none was counted. */
    public double at(long hour) {
        int found = Arrays.binarySearch(hours, hour);
        return found < 0 ? 0 : Math.max(0, counts[found]);
    }
}
