package io.otklik.servicelevel;

import io.otklik.schemas.WorkCalendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;

/** Warns in time that a calendar's known years end. */
public final class CalendarWarnings {

    /** How many days before the end of the last known year a warning begins. */
    private static final int DAYS_BEFORE = 60;

    private CalendarWarnings() {}

    /** One sentence for each calendar that soon guesses, or does so already. */
    public static List<String> at(Instant now, Collection<WorkCalendar> calendars) {
        return calendars.stream()
                .filter(calendar -> daysLeft(calendar, now) <= DAYS_BEFORE)
                .map(calendar -> sentence(calendar, daysLeft(calendar, now)))
                .toList();
    }

    /** How many days of its last known year a calendar has left, today included. */
    private static long daysLeft(WorkCalendar calendar, Instant now) {
        return ChronoUnit.DAYS.between(
                now.atZone(ZoneId.of(calendar.timeZone())).toLocalDate(),
                LocalDate.of(calendar.lastYear() + 1, 1, 1));
    }

    private static String sentence(WorkCalendar calendar, long daysLeft) {
        return "Calendar %s knows moved and short days only to the end of %d (%s); import %d by otklik calendar import FILE."
                .formatted(
                        calendar.calendarId(),
                        calendar.lastYear(),
                        daysLeft <= 0
                                ? "since then days are guessed"
                                : daysLeft == 1 ? "1 day left" : daysLeft + " days left",
                        calendar.lastYear() + 1);
    }
}
