package io.otklik.servicelevel;

import io.otklik.schemas.WorkCalendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

/** Warns in time that a calendar's known years end. */
public final class CalendarWarnings {

    /** How many days before the end of the last known year a warning begins. */
    private static final int DAYS_BEFORE = 60;

    private CalendarWarnings() {}

    /**
     * One sentence for the calendars that soon guess, or do so already, from the same year on: they
     * follow one production calendar, and one file mends them.
     */
    public static List<String> at(Instant now, Collection<WorkCalendar> calendars) {
        return calendars.stream()
                .filter(calendar -> daysLeft(calendar, now) <= DAYS_BEFORE)
                .collect(Collectors.groupingBy(WorkCalendar::lastYear, TreeMap::new, toList()))
                .values()
                .stream()
                .map(some -> sentence(some, daysLeft(some.get(0), now)))
                .toList();
    }

    /** How many days of its last known year a calendar has left, today included. */
    private static long daysLeft(WorkCalendar calendar, Instant now) {
        return ChronoUnit.DAYS.between(
                now.atZone(ZoneId.of(calendar.timeZone())).toLocalDate(),
                LocalDate.of(calendar.lastYear() + 1, 1, 1));
    }

    private static String sentence(List<WorkCalendar> calendars, long daysLeft) {
        int lastYear = calendars.get(0).lastYear();
        return "%s moved and short days only to the end of %d (%s); import %d by otklik calendar import FILE."
                .formatted(
                        calendars.size() == 1
                                ? "Calendar %s knows".formatted(calendars.get(0).calendarId())
                                : "Calendars %s know"
                                        .formatted(
                                                calendars.stream()
                                                        .map(WorkCalendar::calendarId)
                                                        .collect(joining(", "))),
                        lastYear,
                        daysLeft <= 0
                                ? "since then days are guessed"
                                : daysLeft == 1 ? "1 day left" : daysLeft + " days left",
                        lastYear + 1);
    }
}
