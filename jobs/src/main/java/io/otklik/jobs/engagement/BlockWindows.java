package io.otklik.jobs.engagement;

import io.otklik.schemas.EngagementSize;

import java.util.ArrayList;
import java.util.List;

/**
 * The windows that a block holds: a day is one; an hour is its minutes, their quarters of an hour
 * and itself.
 */
final class BlockWindows {

    /** Whatever slots there are. */
    static final long ALL = -1;

    private static final int MINUTES = 60;
    private static final int QUARTER = 15;
    private static final long MINUTE_MILLIS = 60_000L;

    private BlockWindows() {}

    /**
     * One of them.
     *
     * @param sum changes when the tally does
     */
    record Window(WindowKey key, Sum sum) {}

    /** What adds a sum to the slot of a block that an instant lies in. */
    static byte[] sums(EngagementSize block, long at, WindowSum sum) {
        long minute = Math.floorDiv(at, MINUTE_MILLIS);
        return Slots.of(
                block == EngagementSize.DAY ? 0 : (int) Math.floorMod(minute, (long) MINUTES), sum);
    }

    /**
     * The windows that some slots are part of.
     *
     * @param slots a bit each; those that the tally does not have are left out
     */
    static List<Window> of(WindowKey block, Tally tally, long slots) {
        if (block.size() == EngagementSize.DAY) {
            return List.of(new Window(block, tally.at(0)));
        }
        List<Window> windows = new ArrayList<>();
        Total hour = new Total();
        for (int quarter = 0; quarter < MINUTES; quarter += QUARTER) {
            Total total = new Total();
            boolean touched = false;
            for (int minute = quarter; minute < quarter + QUARTER; minute++) {
                Sum ofMinute = tally.at(minute);
                if (ofMinute == null) {
                    continue;
                }
                total.add(ofMinute);
                if ((slots >>> minute & 1) != 0) {
                    touched = true;
                    windows.add(part(block, EngagementSize.MINUTE, minute, ofMinute));
                }
            }
            if (total.sum == null) {
                continue;
            }
            if (touched) {
                windows.add(part(block, EngagementSize.QUARTER_HOUR, quarter, total.sum));
            }
            hour.add(total.sum);
        }
        windows.add(new Window(block, hour.sum));
        return windows;
    }

    /** A sum of sums, which of a single one, the usual case, is that one. */
    private static final class Total {
        private Sum sum;
        private boolean own;

        void add(Sum more) {
            if (sum == null) {
                sum = more;
                return;
            }
            if (!own) {
                Sum first = sum;
                sum = new Sum();
                sum.add(first);
                own = true;
            }
            sum.add(more);
        }
    }

    private static Window part(WindowKey hour, EngagementSize size, int minute, Sum sum) {
        long start = hour.start() + minute * MINUTE_MILLIS;
        return new Window(new WindowKey(hour.post(), size, hour.zone(), start), sum);
    }
}
