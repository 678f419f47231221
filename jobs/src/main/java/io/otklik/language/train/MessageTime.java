package io.otklik.language.train;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads times as walls, exports and {@code Message} records write them: {@code
 * 2024-05-17T17:00:02Z}, {@code 2024-05-17 17:00}, {@code 17.05.2024 17:00}, a day alone, or a Unix
 * time in seconds or milliseconds.
 */
final class MessageTime {

    private static final DateTimeFormatter WRITTEN =
            new DateTimeFormatterBuilder()
                    .appendPattern("[uuuu-M-d][d.M.uuuu][d/M/uuuu]")
                    .optionalStart()
                    .appendPattern("[' ']['T'][', ']H:m[:s]")
                    .appendOptional(
                            new DateTimeFormatterBuilder()
                                    .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
                                    .toFormatter(Locale.ROOT))
                    .appendPattern("[' ']")
                    .appendOptional(offset("+HH:MM"))
                    .appendOptional(offset("+HHMM"))
                    .appendOptional(offset("+HHmm"))
                    .optionalEnd()
                    .toFormatter(Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);

    private static final Pattern UNIX_SECONDS = Pattern.compile("\\d{9,10}");
    private static final Pattern UNIX_MILLIS = Pattern.compile("\\d{12,13}");

    private MessageTime() {}

    private static DateTimeFormatter offset(String pattern) {
        return new DateTimeFormatterBuilder().appendOffset(pattern, "Z").toFormatter(Locale.ROOT);
    }

    /**
     * The time on clocks of a zone.
     *
     * @param zone of a time that names an instant; one that names none is a time of that zone
     * @return null if nothing is written or it is none of the known forms
     */
    static LocalDateTime read(String written, ZoneId zone) {
        if (written == null) {
            return null;
        }
        String time = written.strip();
        if (UNIX_SECONDS.matcher(time).matches()) {
            return LocalDateTime.ofInstant(Instant.ofEpochSecond(Long.parseLong(time)), zone);
        }
        if (UNIX_MILLIS.matcher(time).matches()) {
            return LocalDateTime.ofInstant(Instant.ofEpochMilli(Long.parseLong(time)), zone);
        }
        try {
            return local(
                    WRITTEN.parseBest(
                            time, OffsetDateTime::from, LocalDateTime::from, LocalDate::from),
                    zone);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static LocalDateTime local(TemporalAccessor time, ZoneId zone) {
        if (time instanceof OffsetDateTime instant) {
            return instant.atZoneSameInstant(zone).toLocalDateTime();
        }
        return time instanceof LocalDate day ? day.atStartOfDay() : (LocalDateTime) time;
    }
}
