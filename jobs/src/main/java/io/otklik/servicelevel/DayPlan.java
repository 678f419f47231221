package io.otklik.servicelevel;

import io.otklik.schemas.CalendarDay;
import io.otklik.schemas.DayKind;
import io.otklik.schemas.WeekdayHours;
import io.otklik.schemas.WorkCalendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The hours of each date of a calendar.
 *
 * <p>In the known years a date that the calendar does not name has its weekday's hours. Earlier and
 * later, for want of anything better, so have all dates but the yearly holidays: nobody knows yet
 * which days will be moved or shortened.
 */
final class DayPlan {

    private final Map<DayOfWeek, DayHours> week = new EnumMap<>(DayOfWeek.class);
    private final Map<LocalDate, DayHours> days = new HashMap<>();
    private final Set<MonthDay> yearlyHolidays = new HashSet<>();
    private final int firstYear;
    private final int lastYear;

    /**
     * @throws IllegalArgumentException if the calendar contradicts itself; a sentence says how
     */
    DayPlan(WorkCalendar calendar) {
        this.firstYear = calendar.firstYear();
        this.lastYear = calendar.lastYear();
        if (firstYear > lastYear) {
            throw new IllegalArgumentException("its last known year is before its first");
        }
        for (WeekdayHours weekday : calendar.week()) {
            if (week.put(weekday.weekday(), DayHours.parse(weekday.hours())) != null) {
                throw new IllegalArgumentException(weekday.weekday() + " has hours twice");
            }
        }
        if (week.values().stream().allMatch(DayHours::isFree)) {
            throw new IllegalArgumentException("no weekday has working hours");
        }
        for (String day : calendar.yearlyHolidays()) {
            yearlyHolidays.add(MonthDay.parse("--" + day));
        }
        for (CalendarDay day : calendar.days()) {
            LocalDate date = LocalDate.parse(day.date());
            if (!knows(date)) {
                throw new IllegalArgumentException(
                        "%s lies outside of the known years %d to %d"
                                .formatted(date, firstYear, lastYear));
            }
            if (days.put(date, hours(day, date, calendar.shortDayCutMinutes())) != null) {
                throw new IllegalArgumentException(date + " stands twice");
            }
        }
    }

    DayHours of(LocalDate date) {
        DayHours named = days.get(date);
        if (named != null) {
            return named;
        }
        if (!knows(date) && yearlyHolidays.contains(MonthDay.from(date))) {
            return DayHours.NONE;
        }
        return ofWeekday(date.getDayOfWeek());
    }

    private boolean knows(LocalDate date) {
        return date.getYear() >= firstYear && date.getYear() <= lastYear;
    }

    private DayHours hours(CalendarDay day, LocalDate date, int cutMinutes) {
        if (!day.hours().isEmpty()) {
            return DayHours.parse(day.hours());
        }
        if (day.kind() == DayKind.OFF) {
            return DayHours.NONE;
        }
        DayHours full = ofWeekday(day.sameAs() == null ? date.getDayOfWeek() : day.sameAs());
        if (full.isFree()) {
            // A Saturday that is worked for a weekday nobody named: a usual full day.
            full =
                    week.values().stream()
                            .max(Comparator.comparingInt(DayHours::minutes))
                            .orElseThrow();
        }
        return day.kind() == DayKind.SHORT ? full.cut(cutMinutes) : full;
    }

    private DayHours ofWeekday(DayOfWeek weekday) {
        return week.getOrDefault(weekday, DayHours.NONE);
    }
}
