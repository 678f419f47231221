package io.otklik.jobs.engagement;

import java.util.Arrays;

/**
 * The subscribers of all pages of a slice, as steps in time: what each quarter of an hour added.
 *
 * @param base the sum of the steps that are told apart no longer
 * @param quarters starts of quarters of an hour, epoch milliseconds, ascending, at most {@value
 *     #MOST}
 * @param steps what each of them added
 */
public record Steps(long base, long[] quarters, long[] steps) {

    static final int MOST = 1_000;
    static final Steps NONE = new Steps(0, new long[0], new long[0]);

    Steps with(long quarter, long step) {
        int found = Arrays.binarySearch(quarters, quarter);
        if (found >= 0) {
            long[] changed = steps.clone();
            changed[found] += step;
            return new Steps(base, quarters, changed);
        }
        int index = -found - 1;
        if (index == 0 && quarters.length == MOST) {
            return new Steps(base + step, quarters, steps);
        }
        long[] moreQuarters = inserted(quarters, index, quarter);
        long[] moreSteps = inserted(steps, index, step);
        return moreQuarters.length <= MOST
                ? new Steps(base, moreQuarters, moreSteps)
                : new Steps(
                        base + moreSteps[0],
                        Arrays.copyOfRange(moreQuarters, 1, moreQuarters.length),
                        Arrays.copyOfRange(moreSteps, 1, moreSteps.length));
    }

    /** How many there were just before an instant; null if none is known. */
    Long before(long instant) {
        long count = base;
        for (int i = 0; i < quarters.length && quarters[i] < instant; i++) {
            count += steps[i];
        }
        return count == 0 ? null : Long.valueOf(count);
    }

    private static long[] inserted(long[] values, int index, long value) {
        long[] more = new long[values.length + 1];
        System.arraycopy(values, 0, more, 0, index);
        more[index] = value;
        System.arraycopy(values, index, more, index + 1, values.length - index);
        return more;
    }
}
