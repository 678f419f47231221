package io.otklik.connectors.alert.config;

import io.otklik.schemas.Alert;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * Hours of every day in which a recipient is left alone; what came up meanwhile goes in one digest
 * at their end.
 *
 * @param from local time, inclusive
 * @param to local time, exclusive; earlier than {@code from} if midnight lies between
 * @param breakThrough alerts that are sent all the same
 */
public record QuietHours(LocalTime from, LocalTime to, List<AlertFilter> breakThrough) {

    public QuietHours {
        if (from.equals(to)) {
            throw new IllegalArgumentException("Quiet hours end when they begin");
        }
        breakThrough = List.copyOf(breakThrough);
    }

    /**
     * When the quiet hours that hold {@code now} end.
     *
     * @return {@code now} itself outside of them. Local times that a change of the clocks skips or
     *     repeats are taken as {@link ZonedDateTime} takes them: the later, and the first
     */
    public Instant endOf(Instant now, ZoneId zone) {
        ZonedDateTime local = now.atZone(zone);
        // The hours may have begun yesterday.
        for (int back = 1; back >= 0; back--) {
            LocalDate day = local.toLocalDate().minusDays(back);
            Instant start = day.atTime(from).atZone(zone).toInstant();
            LocalDate last = from.isBefore(to) ? day : day.plusDays(1);
            Instant end = last.atTime(to).atZone(zone).toInstant();
            if (!now.isBefore(start) && now.isBefore(end)) {
                return end;
            }
        }
        return now;
    }

    public boolean letsThrough(Alert alert) {
        return breakThrough.stream().anyMatch(filter -> filter.matches(alert));
    }
}
