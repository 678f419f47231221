package io.otklik.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * When an authority works: one version of a calendar, on the compacted topic {@code
 * policy.calendar}, keyed by {@link #versionId()} so that every version stays readable. An appeal
 * is counted by the version that was the highest when its clock started.
 *
 * @param calendarId {@code ru-9-18}
 * @param version from 1
 * @param title what the calendar is, for people
 * @param timeZone IANA zone of its hours where neither policy nor page names one
 * @param firstYear first year whose moved days are known
 * @param lastYear last year whose moved days are known
 * @param week hours by weekday; a weekday that is not named is free
 * @param shortDayCutMinutes by how much {@link DayKind#SHORT} days end earlier
 * @param days days that depart from their weekday, in order
 * @param yearlyHolidays {@code 01-01}: days that are free in the years that are not known
 * @param source act or file that says so
 * @param updatedAt when it was imported; the epoch if it is also for what was open then
 */
public record WorkCalendar(
        @JsonProperty(required = true) String calendarId,
        int version,
        String title,
        @JsonProperty(required = true) String timeZone,
        int firstYear,
        int lastYear,
        @JsonProperty(required = true) List<WeekdayHours> week,
        int shortDayCutMinutes,
        List<CalendarDay> days,
        List<String> yearlyHolidays,
        String source,
        @JsonProperty(required = true) Instant updatedAt) {

    private static final Pattern MONTH_AND_DAY =
            Pattern.compile("(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])");

    public WorkCalendar {
        Contract.require("calendarId", calendarId);
        Contract.require("timeZone", timeZone);
        Contract.require("week", week);
        Contract.require("updatedAt", updatedAt);
        Contract.requireZone("timeZone", timeZone);
        week = List.copyOf(week);
        days = days == null ? List.of() : List.copyOf(days);
        yearlyHolidays = yearlyHolidays == null ? List.of() : List.copyOf(yearlyHolidays);
        yearlyHolidays.forEach(day -> Contract.requireForm("yearlyHolidays", day, MONTH_AND_DAY));
    }

    /** Key of this version: {@code ru-9-18@2}. */
    public String versionId() {
        return calendarId + '@' + version;
    }
}
