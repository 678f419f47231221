package io.otklik.servicelevel;

import io.otklik.schemas.WeekdayHours;
import io.otklik.schemas.WorkCalendar;
import io.otklik.servicelevel.files.Shipped;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

/** Calendars and local times for tests. */
final class Calendars {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    private Calendars() {}

    static WorkCalendar shipped(String id) {
        return Shipped.calendars().stream()
                .filter(calendar -> calendar.calendarId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Works every night, over midnight and over the hours that summer time skips and repeats. */
    static WorkCalendar nights() {
        return of("nights", List.of("00:00-04:00", "21:30-24:00"), DayOfWeek.values());
    }

    static WorkCalendar of(String id, List<String> hours, DayOfWeek... weekdays) {
        return new WorkCalendar(
                id,
                1,
                null,
                "Europe/Moscow",
                2023,
                2026,
                Arrays.stream(weekdays).map(day -> new WeekdayHours(day, hours)).toList(),
                60,
                List.of(),
                List.of(),
                null,
                Instant.EPOCH);
    }

    static Instant moscow(String local) {
        return at(local, MOSCOW);
    }

    static Instant at(String local, ZoneId zone) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }
}
