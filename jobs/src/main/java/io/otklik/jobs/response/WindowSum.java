package io.otklik.jobs.response;

import java.time.Instant;

/**
 * The sum of what appeals add to one window; also a difference between two such sums.
 *
 * @param counts by the ordinal of {@link Count}
 * @param openedMinutes of the appeals that wait: the minute, since the epoch, in which each was
 *     published
 * @param first times to the first response, calendar time
 * @param firstBusiness the same, working time
 * @param gap times from the acknowledgement to the final answer
 */
public record WindowSum(
        int[] counts, Bins openedMinutes, Durations first, Durations firstBusiness, Durations gap) {

    static final WindowSum ZERO = counting(null, 0);

    private static final long MINUTE = 60_000L;

    /** One of a count; null counts nothing. */
    static WindowSum counting(Count count, int sign) {
        int[] counts = new int[Count.values().length];
        if (count != null) {
            counts[count.ordinal()] = sign;
        }
        return new WindowSum(counts, Bins.EMPTY, Durations.NONE, Durations.NONE, Durations.NONE);
    }

    /** An appeal that waits. */
    static WindowSum waiting(Instant openedAt, int sign) {
        int minute = Math.toIntExact(Math.floorDiv(openedAt.toEpochMilli(), MINUTE));
        WindowSum sum = counting(Count.OPEN, sign);
        return new WindowSum(
                sum.counts, Bins.of(minute, sign), Durations.NONE, Durations.NONE, Durations.NONE);
    }

    static WindowSum lasting(Durations first, Durations firstBusiness, Durations gap) {
        return new WindowSum(ZERO.counts, Bins.EMPTY, first, firstBusiness, gap);
    }

    WindowSum plus(WindowSum other) {
        int[] sums = counts.clone();
        for (int i = 0; i < sums.length; i++) {
            sums[i] += other.counts[i];
        }
        return new WindowSum(
                sums,
                openedMinutes.plus(other.openedMinutes),
                first.plus(other.first),
                firstBusiness.plus(other.firstBusiness),
                gap.plus(other.gap));
    }

    /** Whether a difference takes back more than is counted here. */
    boolean lacks(WindowSum difference) {
        for (int i = 0; i < counts.length; i++) {
            if (difference.counts[i] < 0 && counts[i] + difference.counts[i] < 0) {
                return true;
            }
        }
        return openedMinutes.lacks(difference.openedMinutes)
                || first.lacks(difference.first)
                || firstBusiness.lacks(difference.firstBusiness)
                || gap.lacks(difference.gap);
    }

    int count(Count count) {
        return counts[count.ordinal()];
    }

    /** Whether something of the window may yet change without a late fact. */
    boolean isUnfinished() {
        return count(Count.OPEN) > 0
                || count(Count.ACKNOWLEDGED_UNFINISHED) > 0
                || count(Count.FIRST_SILENT) > 0
                || count(Count.FINAL_SILENT) > 0;
    }

    boolean isZero() {
        for (int count : counts) {
            if (count != 0) {
                return false;
            }
        }
        return openedMinutes.isEmpty() && first.isNone() && firstBusiness.isNone() && gap.isNone();
    }

    /** When the oldest waiting appeal was published, to the minute; null if none waits. */
    Instant oldestOpenAt() {
        return minute(openedMinutes.indexAtRank(0));
    }

    /** The same of the median. */
    Instant medianOpenAt() {
        return minute(openedMinutes.indexAtRank((openedMinutes.total() - 1) / 2));
    }

    private static Instant minute(Integer index) {
        return index == null ? null : Instant.ofEpochMilli(index * MINUTE);
    }
}
