package io.otklik.cli;

import io.otklik.schemas.IsoMillis;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Times as options give them. */
final class TimeText {

    private TimeText() {}

    /** Reads a day, which begins at midnight UTC, or a time with its offset. */
    static Instant parse(String option, String text) {
        try {
            return text.length() == "2026-10-05".length()
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : IsoMillis.parse(text);
        } catch (DateTimeException e) {
            throw CommandException.wrongInput(
                    "%s is a day like 2026-10-05 (UTC) or a time like 2026-10-05T06:00:00+03:00, not %s."
                            .formatted(option, text));
        }
    }
}
