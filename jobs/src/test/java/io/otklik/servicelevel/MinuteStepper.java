package io.otklik.servicelevel;

import io.otklik.schemas.CalendarDay;
import io.otklik.schemas.DayKind;
import io.otklik.schemas.WeekdayHours;
import io.otklik.schemas.WorkCalendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * Working time by brute force: looks at the wall's clock in every single minute, and walks from
 * minute to minute. Shares no code with {@link WorkingTime}.
 */
final class MinuteStepper {

    private static final long MINUTE = 60_000;

    private final long base;
    private final boolean[] working;

    MinuteStepper(WorkCalendar calendar, ZoneId zone, Instant from, Instant to) {
        this.base = from.toEpochMilli();
        this.working = new boolean[(int) ((to.toEpochMilli() - base) / MINUTE)];
        LocalDate date = null;
        int[] hours = {};
        for (int i = 0; i < working.length; i++) {
            ZonedDateTime wall = Instant.ofEpochMilli(base + i * MINUTE).atZone(zone);
            if (!wall.toLocalDate().equals(date)) {
                date = wall.toLocalDate();
                hours = hours(calendar, date);
            }
            int minute = wall.getHour() * 60 + wall.getMinute();
            for (int h = 0; h < hours.length; h += 2) {
                working[i] |= minute >= hours[h] && minute < hours[h + 1];
            }
        }
    }

    long between(long from, long to) {
        long work = 0;
        for (long at = from; at < to; at = nextMinute(at)) {
            if (isWorking(at)) {
                work += Math.min(nextMinute(at), to) - at;
            }
        }
        return work;
    }

    long add(long from, long amount) {
        long left = amount;
        long at = from;
        while (left > 0) {
            long next = nextMinute(at);
            if (isWorking(at)) {
                if (next - at >= left) {
                    return at + left;
                }
                left -= next - at;
            }
            at = next;
        }
        return at;
    }

    long subtract(long to, long amount) {
        long left = amount;
        long at = to;
        while (left > 0) {
            long before = Math.floorDiv(at - 1, MINUTE) * MINUTE;
            if (isWorking(before)) {
                if (at - before >= left) {
                    return at - left;
                }
                left -= at - before;
            }
            at = before;
        }
        return at;
    }

    boolean isWorking(long instant) {
        return working[(int) ((instant - base) / MINUTE)];
    }

    private static long nextMinute(long instant) {
        return (Math.floorDiv(instant, MINUTE) + 1) * MINUTE;
    }

    private static int[] hours(WorkCalendar calendar, LocalDate date) {
        for (CalendarDay day : calendar.days()) {
            if (day.date().equals(date.toString())) {
                return hours(calendar, day, date.getDayOfWeek());
            }
        }
        boolean known =
                date.getYear() >= calendar.firstYear() && date.getYear() <= calendar.lastYear();
        String monthAndDay = date.toString().substring(5);
        return !known && calendar.yearlyHolidays().contains(monthAndDay)
                ? new int[0]
                : hours(calendar, date.getDayOfWeek());
    }

    private static int[] hours(WorkCalendar calendar, CalendarDay day, DayOfWeek weekday) {
        if (day.kind() == DayKind.OFF) {
            return new int[0];
        }
        int[] hours = hours(calendar, day.sameAs() == null ? weekday : day.sameAs());
        if (day.kind() == DayKind.SHORT) {
            // The shipped calendars' last interval is longer than what a short day loses.
            hours[hours.length - 1] -= calendar.shortDayCutMinutes();
        }
        return hours;
    }

    private static int[] hours(WorkCalendar calendar, DayOfWeek weekday) {
        for (WeekdayHours day : calendar.week()) {
            if (day.weekday() == weekday) {
                return minutes(day.hours());
            }
        }
        return new int[0];
    }

    private static int[] minutes(List<String> hours) {
        return hours.stream()
                .flatMap(interval -> List.of(interval.split("-")).stream())
                .mapToInt(
                        time ->
                                time.equals("24:00")
                                        ? 24 * 60
                                        : LocalTime.parse(time).toSecondOfDay() / 60)
                .toArray();
    }
}
