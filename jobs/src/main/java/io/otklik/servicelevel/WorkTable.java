package io.otklik.servicelevel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The working intervals of some years as instants, with the work done before each. A question is
 * one or two look-ups: an index by day tells where to begin, and a day has few intervals.
 * Immutable.
 */
final class WorkTable {

    private static final long DAY_SECONDS = 86_400L;
    private static final long DAY_MILLIS = DAY_SECONDS * 1000;
    private static final long WORK_STEP = 8 * 3_600_000L;

    /** First instant that the table covers, and the first that it no longer covers. */
    private final long from;

    private final long to;

    /** Interval i lasts from starts[i] to before ends[i]; worked[i] milliseconds lie before it. */
    private final long[] starts;

    private final long[] ends;
    private final long[] worked;

    /** The last interval that begins by the start of each day since {@code from}; -1 for none. */
    private final int[] byInstant;

    /** The last interval before which at most so many eight hours of work lie. */
    private final int[] byWork;

    /** Days with work, as days since 1970, and when each one's work ends. */
    private final long[] workDays;

    private final long[] closings;

    private WorkTable(
            long from,
            long to,
            long[] starts,
            long[] ends,
            long[] worked,
            long[] workDays,
            long[] closings) {
        this.from = from;
        this.to = to;
        this.starts = starts;
        this.ends = ends;
        this.worked = worked;
        this.byInstant = index(starts, starts.length, from, DAY_MILLIS, to - from);
        this.byWork = index(worked, starts.length, 0, WORK_STEP, worked[starts.length]);
        this.workDays = workDays;
        this.closings = closings;
    }

    /**
     * The table of whole years.
     *
     * <p>An instant is working time when the clock on the wall of the zone then shows a working
     * hour. So an hour that is skipped in spring is not worked, and one that is shown twice in
     * autumn is worked twice.
     */
    static WorkTable of(DayPlan plan, ZoneId zone, int firstYear, int yearAfterLast) {
        LocalDate first = LocalDate.of(firstYear, 1, 1);
        LocalDate end = LocalDate.of(yearAfterLast, 1, 1);
        long from = first.atStartOfDay(zone).toEpochSecond();
        long to = end.atStartOfDay(zone).toEpochSecond();
        List<OffsetPeriod> offsets = offsets(zone.getRules(), from, to);
        Intervals intervals = new Intervals();
        Longs workDays = new Longs();
        Longs closings = new Longs();
        int period = 0;
        for (LocalDate date = first; date.isBefore(end); date = date.plusDays(1)) {
            DayHours hours = plan.of(date);
            if (hours.isFree()) {
                continue;
            }
            long midnight = date.toEpochDay() * DAY_SECONDS;
            while (offsets.get(period).localEnd() <= midnight) {
                period++;
            }
            long closing = Long.MIN_VALUE;
            for (int i = 0; i < hours.bounds().size(); i += 2) {
                closing =
                        Math.max(
                                closing,
                                intervals.add(
                                        midnight + hours.bounds().get(i) * 60L,
                                        midnight + hours.bounds().get(i + 1) * 60L,
                                        offsets,
                                        period));
            }
            if (closing != Long.MIN_VALUE) {
                workDays.add(date.toEpochDay());
                closings.add(closing * 1000);
            }
        }
        return intervals.table(from * 1000, to * 1000, workDays.toArray(), closings.toArray());
    }

    boolean covers(long instant) {
        return instant >= from && instant < to;
    }

    long from() {
        return from;
    }

    long to() {
        return to;
    }

    /** All the work of the table. */
    long total() {
        return worked[starts.length];
    }

    int workDays() {
        return workDays.length;
    }

    boolean isWorking(long instant) {
        int i = intervalAt(instant);
        return i >= 0 && instant < ends[i];
    }

    /** The work from the table's begin until then. */
    long workUntil(long instant) {
        int i = intervalAt(instant);
        return i < 0 ? 0 : worked[i] + Math.min(instant, ends[i]) - starts[i];
    }

    /** The first instant by which that much work is done; where a pause follows, its begin. */
    long earliest(long work) {
        if (work <= 0) {
            return from;
        }
        int i = intervalAfter(work - 1);
        return starts[i] + work - worked[i];
    }

    /** The last instant by which no more work is done; where a pause lies before it, its end. */
    long latest(long work) {
        if (work >= total()) {
            return to;
        }
        int i = intervalAfter(work);
        return starts[i] + work - worked[i];
    }

    /** How many days with work lie before that day of the zone, since 1970. */
    int workDaysBefore(long day) {
        int i = Arrays.binarySearch(workDays, day);
        return i < 0 ? -i - 1 : i;
    }

    /** When work ends on the day with that many days with work before it. */
    long closing(int before) {
        return closings[before];
    }

    /** The last interval that begins by then; -1 if none does. */
    private int intervalAt(long instant) {
        int i = byInstant[(int) ((instant - from) / DAY_MILLIS)];
        while (i + 1 < starts.length && starts[i + 1] <= instant) {
            i++;
        }
        return i;
    }

    /** The interval in which the work goes on when that much is done; less than all of it. */
    private int intervalAfter(long work) {
        int i = byWork[(int) (work / WORK_STEP)];
        while (worked[i + 1] <= work) {
            i++;
        }
        return i;
    }

    /** For each step from a begin on, the last of the sorted values that is not beyond it. */
    private static int[] index(long[] sorted, int size, long begin, long step, long length) {
        int[] index = new int[(int) (length / step) + 1];
        int last = -1;
        for (int i = 0; i < index.length; i++) {
            while (last + 1 < size && sorted[last + 1] <= begin + i * step) {
                last++;
            }
            index[i] = last;
        }
        return index;
    }

    private static List<OffsetPeriod> offsets(ZoneRules rules, long from, long to) {
        List<OffsetPeriod> periods = new ArrayList<>();
        // A day earlier and later: local days reach beyond the instants of the zone's midnights.
        Instant start = Instant.ofEpochSecond(from - DAY_SECONDS);
        Instant end = Instant.ofEpochSecond(to + DAY_SECONDS);
        while (start.isBefore(end)) {
            ZoneOffsetTransition next = rules.nextTransition(start);
            Instant until =
                    next == null || next.getInstant().isAfter(end) ? end : next.getInstant();
            periods.add(
                    new OffsetPeriod(
                            start.getEpochSecond(),
                            until.getEpochSecond(),
                            rules.getOffset(start).getTotalSeconds()));
            start = until;
        }
        return periods;
    }

    /** A time in which the zone's offset does not change, in seconds. */
    private record OffsetPeriod(long start, long end, long offset) {
        long localStart() {
            return start + offset;
        }

        long localEnd() {
            return end + offset;
        }
    }

    /** Gathers intervals in seconds, in order but for hours that are shown twice. */
    private static final class Intervals {
        private final Longs starts = new Longs();
        private final Longs ends = new Longs();

        /**
         * Adds the instants at which the wall's clock shows an interval.
         *
         * @return the end of the last of them; the least of all numbers if there is none
         */
        long add(long localFrom, long localTo, List<OffsetPeriod> offsets, int firstPeriod) {
            long last = Long.MIN_VALUE;
            for (int p = firstPeriod;
                    p < offsets.size() && offsets.get(p).localStart() < localTo;
                    p++) {
                OffsetPeriod period = offsets.get(p);
                long from = Math.max(localFrom - period.offset(), period.start());
                long to = Math.min(localTo - period.offset(), period.end());
                if (from < to) {
                    insert(from, to);
                    last = Math.max(last, to);
                }
            }
            return last;
        }

        private void insert(long from, long to) {
            int at = starts.size();
            while (at > 0 && starts.get(at - 1) > from) {
                at--;
            }
            starts.insert(at, from);
            ends.insert(at, to);
        }

        WorkTable table(long from, long to, long[] workDays, long[] closings) {
            Longs mergedStarts = new Longs();
            Longs mergedEnds = new Longs();
            for (int i = 0; i < starts.size(); i++) {
                int last = mergedEnds.size() - 1;
                if (last >= 0 && mergedEnds.get(last) == starts.get(i) * 1000) {
                    mergedEnds.set(last, ends.get(i) * 1000);
                } else {
                    mergedStarts.add(starts.get(i) * 1000);
                    mergedEnds.add(ends.get(i) * 1000);
                }
            }
            long[] worked = new long[mergedStarts.size() + 1];
            for (int i = 0; i < mergedStarts.size(); i++) {
                worked[i + 1] = worked[i] + mergedEnds.get(i) - mergedStarts.get(i);
            }
            return new WorkTable(
                    from,
                    to,
                    mergedStarts.toArray(),
                    mergedEnds.toArray(),
                    worked,
                    workDays,
                    closings);
        }
    }

    /** A growing array of longs. */
    private static final class Longs {
        private long[] values = new long[1024];
        private int size;

        void add(long value) {
            insert(size, value);
        }

        void insert(int at, long value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            System.arraycopy(values, at, values, at + 1, size - at);
            values[at] = value;
            size++;
        }

        void set(int at, long value) {
            values[at] = value;
        }

        long get(int at) {
            return values[at];
        }

        int size() {
            return size;
        }

        long[] toArray() {
            return Arrays.copyOf(values, size);
        }
    }
}
