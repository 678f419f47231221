package io.otklik.servicelevel;

import io.otklik.schemas.WorkCalendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneRules;

/**
 * The working time of a calendar in a time zone: what is when so much of it has passed, and how
 * much of it lies between two instants. Exact to the millisecond (finer parts of an instant are cut
 * off); a question costs a few look-ups in a table, however long the span. Safe for use by several
 * threads.
 *
 * <p>An instant is working time when the clock on the wall of the zone then shows a working hour:
 * the hour that summer time skips is not worked, the one that its end repeats is worked twice.
 *
 * <p>Outside of the calendar's known years ({@link #isKnown}) days follow their weekday and the
 * yearly holidays. Before {@value #FIRST_YEAR} and from {@value #END_YEAR} on every instant counts
 * as working time, so that no date that somebody made up can break a job.
 */
public final class WorkingTime implements Clock {

    static final int FIRST_YEAR = 1900;
    static final int END_YEAR = 2200;

    /** Years beyond the known ones that a table begins with: terms seldom reach further. */
    private static final int MARGIN = 2;

    private final WorkCalendar calendar;
    private final ZoneId zone;
    private final ZoneRules rules;
    private final DayPlan plan;
    private final long knownFrom;
    private final long knownTo;

    /** Replaced by a wider one when a question reaches beyond it; never narrower. */
    private volatile Years years;

    private WorkingTime(WorkCalendar calendar, ZoneId zone) {
        this.calendar = calendar;
        this.zone = zone;
        this.rules = zone.getRules();
        this.plan = new DayPlan(calendar);
        this.knownFrom = startOf(calendar.firstYear());
        this.knownTo = startOf(calendar.lastYear() + 1);
        this.years =
                Years.of(
                        plan,
                        zone,
                        clamp(calendar.firstYear() - MARGIN),
                        Math.max(
                                clamp(calendar.firstYear() - MARGIN) + 1,
                                clamp(calendar.lastYear() + 1 + MARGIN)));
    }

    /**
     * @param zone in which the calendar's hours are meant
     * @throws IllegalArgumentException if the calendar contradicts itself; a sentence says how
     */
    public static WorkingTime of(WorkCalendar calendar, ZoneId zone) {
        try {
            return new WorkingTime(calendar, zone);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "Calendar %s cannot be used: %s."
                            .formatted(calendar.versionId(), e.getMessage()),
                    e);
        }
    }

    /** The calendar in its own zone. */
    public static WorkingTime of(WorkCalendar calendar) {
        return of(calendar, ZoneId.of(calendar.timeZone()));
    }

    public WorkCalendar calendar() {
        return calendar;
    }

    public ZoneId zone() {
        return zone;
    }

    /**
     * The first instant by which {@code amount} of working time has passed since {@code start}. Out
     * of hours the count begins at the next opening; a count that is full at closing time ends
     * there and not at the next opening. Nothing added is {@code start} itself.
     *
     * @param amount negative ones are subtracted
     */
    public Instant add(Instant start, Duration amount) {
        return Instant.ofEpochMilli(
                amount.isNegative()
                        ? before(start.toEpochMilli(), amount.negated().toMillis())
                        : earliest(start.toEpochMilli(), amount.toMillis()));
    }

    /**
     * The last instant from which {@code amount} of working time passes until {@code end}: where it
     * falls on an opening, that opening and not the closing before it. Nothing subtracted is {@code
     * end} itself.
     *
     * @param amount negative ones are added
     */
    public Instant subtract(Instant end, Duration amount) {
        return add(end, amount.negated());
    }

    /** The working time from one instant to another; negative if the other is earlier. */
    public Duration between(Instant from, Instant to) {
        return Duration.ofMillis(between(from.toEpochMilli(), to.toEpochMilli()));
    }

    /**
     * The end of work on the n-th working day after {@code start}'s day: terms in days begin on the
     * day after the event and last until work ends on their last day (Civil Code of the Russian
     * Federation, articles 191 and 194).
     *
     * @param days at least 1
     */
    public Instant addDays(Instant start, int days) {
        return Instant.ofEpochMilli(daysAfter(start.toEpochMilli(), days));
    }

    /** Whether the calendar works at an instant. */
    public boolean isWorking(Instant instant) {
        long at = instant.toEpochMilli();
        WorkTable table = covering(at).table();
        return !table.covers(at) || table.isWorking(at);
    }

    /** Whether moved and short days of that time are known; else they are guessed. */
    public boolean isKnown(Instant instant) {
        return isKnown(instant.toEpochMilli());
    }

    boolean isKnown(long instant) {
        return instant >= knownFrom && instant < knownTo;
    }

    @Override
    public long between(long from, long to) {
        // The wider of the two tables serves both, so that they count from the same begin.
        covering(from);
        WorkTable table = covering(to).table();
        return worked(table, to) - worked(table, from);
    }

    @Override
    public long earliest(long from, long amount) {
        if (amount == 0) {
            return from;
        }
        Years now = covering(from);
        long work = worked(now.table(), from) + amount;
        while (work > now.table().total() && now.last() < END_YEAR) {
            // A wider table to the right counts from the same begin.
            now = widen(now.first(), now.last() + now.span());
            work = worked(now.table(), from) + amount;
        }
        WorkTable table = now.table();
        return work < 0
                ? table.from() + work
                : work > table.total() ? table.to() + work - table.total() : table.earliest(work);
    }

    @Override
    public long latest(long from, long amount) {
        Years now = covering(from);
        long work = worked(now.table(), from) + amount;
        while (work >= now.table().total() && now.last() < END_YEAR) {
            now = widen(now.first(), now.last() + now.span());
            work = worked(now.table(), from) + amount;
        }
        return latest(now.table(), work);
    }

    @Override
    public long before(long to, long amount) {
        if (amount == 0) {
            return to;
        }
        Years now = covering(to);
        long work = worked(now.table(), to) - amount;
        while (work < 0 && now.first() > FIRST_YEAR) {
            now = widen(now.first() - now.span(), now.last());
            work = worked(now.table(), to) - amount;
        }
        return latest(now.table(), work);
    }

    @Override
    public long daysAfter(long from, int days) {
        Years now = covering(from);
        if (!now.table().covers(from)) {
            return from + days * DAY_MILLIS;
        }
        long tomorrow = localDay(from) + 1;
        int index = now.table().workDaysBefore(tomorrow) + days - 1;
        while (index >= now.table().workDays() && now.last() < END_YEAR) {
            now = widen(now.first(), now.last() + now.span());
            index = now.table().workDaysBefore(tomorrow) + days - 1;
        }
        WorkTable table = now.table();
        return index < table.workDays()
                ? table.closing(index)
                : table.to() + (index - table.workDays() + 1) * DAY_MILLIS;
    }

    @Override
    public long daysBefore(long to, int days) {
        Years now = covering(to);
        if (!now.table().covers(to)) {
            return to - days * DAY_MILLIS;
        }
        long today = localDay(to);
        int index = now.table().workDaysBefore(today) - days;
        while (index < 0 && now.first() > FIRST_YEAR) {
            now = widen(now.first() - now.span(), now.last());
            index = now.table().workDaysBefore(today) - days;
        }
        WorkTable table = now.table();
        return index >= 0 ? table.closing(index) : table.from() + (index + 1) * DAY_MILLIS;
    }

    /**
     * Work since the table's begin; beyond the table, which then is the widest, all time is work.
     */
    private static long worked(WorkTable table, long instant) {
        if (instant < table.from()) {
            return instant - table.from();
        }
        return instant >= table.to()
                ? table.total() + instant - table.to()
                : table.workUntil(instant);
    }

    private static long latest(WorkTable table, long work) {
        if (work < 0) {
            return table.from() + work;
        }
        return work >= table.total() ? table.to() + work - table.total() : table.latest(work);
    }

    private long localDay(long instant) {
        long second = Math.floorDiv(instant, 1000L);
        int offset = rules.getOffset(Instant.ofEpochSecond(second)).getTotalSeconds();
        return Math.floorDiv(second + offset, DAY_MILLIS / 1000);
    }

    /** Years that hold the instant, or all there are. */
    private Years covering(long instant) {
        Years now = years;
        return now.table().covers(instant) ? now : widenTo(instant);
    }

    private Years widenTo(long instant) {
        Years now = years;
        while (instant < now.table().from() && now.first() > FIRST_YEAR) {
            now = widen(now.first() - now.span(), now.last());
        }
        while (instant >= now.table().to() && now.last() < END_YEAR) {
            now = widen(now.first(), now.last() + now.span());
        }
        return now;
    }

    private synchronized Years widen(int first, int last) {
        int from = Math.min(years.first(), clamp(first));
        int to = Math.max(years.last(), clamp(last));
        if (from < years.first() || to > years.last()) {
            years = Years.of(plan, zone, from, to);
        }
        return years;
    }

    private long startOf(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay(zone).toInstant().toEpochMilli();
    }

    private static int clamp(int year) {
        return Math.max(FIRST_YEAR, Math.min(END_YEAR, year));
    }

    /** The table of the years from the first to before the last. */
    private record Years(int first, int last, WorkTable table) {
        static Years of(DayPlan plan, ZoneId zone, int first, int last) {
            return new Years(first, last, WorkTable.of(plan, zone, first, last));
        }

        int span() {
            return last - first;
        }
    }
}
