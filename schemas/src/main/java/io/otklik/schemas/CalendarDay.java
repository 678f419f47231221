package io.otklik.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;

import java.time.DayOfWeek;
import java.util.List;

/**
 * A day of a {@link WorkCalendar} that departs from its weekday.
 *
 * @param date {@code 2025-11-01}
 * @param kind off, working or short
 * @param sameAs weekday whose hours a worked day has: the one whose day off was moved here; null:
 *     its own, and on a weekday without hours those of the longest weekday
 * @param hours hours of just this day, which nothing shortens any more; empty: by {@code sameAs}
 * @param name of the holiday
 */
public record CalendarDay(
        @JsonProperty(required = true) String date,
        @JsonProperty(required = true) DayKind kind,
        DayOfWeek sameAs,
        List<String> hours,
        String name) {

    public CalendarDay {
        Contract.require("date", date);
        Contract.require("kind", kind);
        Contract.requireDate("date", date);
        hours = hours == null ? List.of() : List.copyOf(hours);
        hours.forEach(one -> Contract.requireForm("hours", one, WeekdayHours.HOURS));
    }
}
