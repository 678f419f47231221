package io.otklik.schemas;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Times as {@code 2026-10-05T06:12:00.000Z}. Written by hand because a formatter costs more than
 * the rest of a message's JSON.
 */
public final class IsoMillis {

    /** Of what is written. */
    public static final int LENGTH = 24;

    /** Of the date and the T behind it. */
    static final int DATE_LENGTH = 11;

    private static final long DAY = 86_400L;
    private static final long ANOTHER_FORM = Long.MIN_VALUE;

    private IsoMillis() {}

    /** Writes UTC with exactly three decimals; finer parts are cut off. */
    public static String format(Instant instant) {
        byte[] out = new byte[LENGTH];
        write(instant, out, 0);
        return new String(out, StandardCharsets.ISO_8859_1);
    }

    /** The same as bytes, from an index on. */
    static void write(Instant instant, byte[] out, int at) {
        writeDate(day(instant), out, at);
        writeTime(secondOfDay(instant), instant.getNano() / 1_000_000, out, at + DATE_LENGTH);
    }

    /** The day of UTC, counted from the epoch. */
    static long day(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), DAY);
    }

    /** Writes the first {@link #DATE_LENGTH} bytes, which all instants of a day share. */
    static void writeDate(long day, byte[] out, int at) {
        LocalDate date = LocalDate.ofEpochDay(day);
        int year = date.getYear();
        requireFourDigits(year);
        digits(out, at, 4, year);
        out[at + 4] = '-';
        two(out, at + 5, date.getMonthValue());
        out[at + 7] = '-';
        two(out, at + 8, date.getDayOfMonth());
        out[at + 10] = 'T';
    }

    /** The second of the day of UTC. */
    static int secondOfDay(Instant instant) {
        return (int) Math.floorMod(instant.getEpochSecond(), DAY);
    }

    /** Writes the rest of the bytes. */
    static void writeTime(int secondOfDay, int millis, byte[] out, int at) {
        two(out, at, secondOfDay / 3600);
        out[at + 2] = ':';
        two(out, at + 3, secondOfDay / 60 % 60);
        out[at + 5] = ':';
        two(out, at + 6, secondOfDay % 60);
        out[at + 8] = '.';
        digits(out, at + 9, 3, millis);
        out[at + 12] = 'Z';
    }

    /**
     * Reads ISO-8601 with any offset; exactly this class's own form is read fast.
     *
     * @throws DateTimeException if the text is no such time, or one that {@link #format} refuses
     */
    public static Instant parse(String text) {
        if (text.length() == LENGTH) {
            long millis = read(text.getBytes(StandardCharsets.ISO_8859_1), 0);
            if (millis != ANOTHER_FORM) {
                return Instant.ofEpochMilli(millis);
            }
        }
        OffsetDateTime utc = OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC);
        requireFourDigits(utc.getYear());
        return utc.toInstant();
    }

    /**
     * Reads exactly this class's own form, from an index on.
     *
     * @return epoch milliseconds
     * @throws DateTimeException if no such time stands there
     */
    public static long parseMillis(byte[] in, int at) {
        long millis = read(in, at);
        if (millis == ANOTHER_FORM) {
            throw new DateTimeException("Not a time with milliseconds");
        }
        return millis;
    }

    private static long read(byte[] in, int at) {
        int year = number(in, at, 4);
        int month = number(in, at + 5, 2);
        int day = number(in, at + 8, 2);
        int hour = number(in, at + 11, 2);
        int minute = number(in, at + 14, 2);
        int second = number(in, at + 17, 2);
        int millis = number(in, at + 20, 3);
        boolean own =
                in[at + 4] == '-'
                        && in[at + 7] == '-'
                        && in[at + 10] == 'T'
                        && in[at + 13] == ':'
                        && in[at + 16] == ':'
                        && in[at + 19] == '.'
                        && in[at + 23] == 'Z'
                        && (year | month | day | hour | minute | second | millis) >= 0
                        && hour < 24
                        && minute < 60
                        && second < 60;
        if (!own) {
            return ANOTHER_FORM;
        }
        long seconds = LocalDate.of(year, month, day).toEpochDay() * DAY;
        return (seconds + hour * 3600L + minute * 60L + second) * 1_000L + millis;
    }

    /** Below zero if not all of them are digits. */
    private static int number(byte[] in, int from, int count) {
        int value = 0;
        for (int i = from; i < from + count; i++) {
            int digit = in[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private static void requireFourDigits(int year) {
        if (year < 0 || year > 9999) {
            throw new DateTimeException("Year " + year + " is outside 0 to 9999");
        }
    }

    private static void two(byte[] out, int at, int value) {
        out[at] = (byte) ('0' + value / 10);
        out[at + 1] = (byte) ('0' + value % 10);
    }

    private static void digits(byte[] out, int from, int count, int value) {
        int rest = value;
        for (int i = from + count - 1; i >= from; i--) {
            out[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
