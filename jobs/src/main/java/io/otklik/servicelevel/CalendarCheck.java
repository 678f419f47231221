package io.otklik.servicelevel;

import io.otklik.schemas.WorkCalendar;

import java.util.Collection;
import java.util.List;

/** Whether a version of a calendar may join those that are known. */
public final class CalendarCheck {

    private final Collection<WorkCalendar> known;

    public CalendarCheck(Collection<WorkCalendar> known) {
        this.known = List.copyOf(known);
    }

    /** Whether it is known already, word for word. */
    public boolean isKnown(WorkCalendar calendar) {
        return known.stream().anyMatch(other -> isSame(calendar, other));
    }

    /** Sentences that say what speaks against it; none if it is known already. */
    public List<String> problems(WorkCalendar calendar) {
        int newest =
                known.stream()
                        .filter(other -> other.calendarId().equals(calendar.calendarId()))
                        .mapToInt(WorkCalendar::version)
                        .max()
                        .orElse(0);
        return isKnown(calendar) || calendar.version() > newest
                ? List.of()
                : List.of(
                        "Version %d of calendar %s is known with other words or is older than what is in force; give this one version %d."
                                .formatted(calendar.version(), calendar.calendarId(), newest + 1));
    }

    private static boolean isSame(WorkCalendar calendar, WorkCalendar other) {
        return calendar.equals(
                new WorkCalendar(
                        other.calendarId(),
                        other.version(),
                        other.title(),
                        other.timeZone(),
                        other.firstYear(),
                        other.lastYear(),
                        other.week(),
                        other.shortDayCutMinutes(),
                        other.days(),
                        other.yearlyHolidays(),
                        other.source(),
                        calendar.updatedAt()));
    }
}
