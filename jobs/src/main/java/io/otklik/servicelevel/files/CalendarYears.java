package io.otklik.servicelevel.files;

import io.otklik.schemas.CalendarDay;
import io.otklik.schemas.WorkCalendar;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Adds a year of the production calendar to a calendar. */
public final class CalendarYears {

    private CalendarYears() {}

    /**
     * The next version of a calendar: with the year's days in place of those it had of that year.
     *
     * @return the same calendar if that changes nothing
     * @throws IllegalArgumentException if a year between would stay unknown; a sentence says which
     */
    public static WorkCalendar with(
            WorkCalendar calendar, ProductionCalendarXml.Year year, Instant updatedAt) {
        if (year.year() > calendar.lastYear() + 1 || year.year() < calendar.firstYear() - 1) {
            throw new IllegalArgumentException(
                    "Calendar %s knows %d to %d; import the years between before %d."
                            .formatted(
                                    calendar.calendarId(),
                                    calendar.firstYear(),
                                    calendar.lastYear(),
                                    year.year()));
        }
        String prefix = year.year() + "-";
        List<CalendarDay> days =
                Stream.concat(
                                calendar.days().stream()
                                        .filter(day -> !day.date().startsWith(prefix)),
                                year.days().stream())
                        .sorted(Comparator.comparing(CalendarDay::date))
                        .toList();
        boolean known = year.year() >= calendar.firstYear() && year.year() <= calendar.lastYear();
        if (known && days.equals(calendar.days())) {
            return calendar;
        }
        return new WorkCalendar(
                calendar.calendarId(),
                calendar.version() + 1,
                calendar.title(),
                calendar.timeZone(),
                Math.min(calendar.firstYear(), year.year()),
                Math.max(calendar.lastYear(), year.year()),
                calendar.week(),
                calendar.shortDayCutMinutes(),
                days,
                calendar.yearlyHolidays(),
                calendar.source(),
                updatedAt);
    }
}
