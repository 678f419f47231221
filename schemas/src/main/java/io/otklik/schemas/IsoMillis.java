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
    static final int LENGTH = 24;

    private static final long DAY = 86_400L;

    private IsoMillis() {}

    /** Writes UTC with exactly three decimals; finer parts are cut off. */
    public static String format(Instant instant) {
        byte[] out = new byte[LENGTH];
        write(instant, out, 0);
        return new String(out, StandardCharsets.ISO_8859_1);
    }

    /** The same as bytes, from an index on. */
    static void write(Instant instant, byte[] out, int at) {
        long seconds = instant.getEpochSecond();
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(seconds, DAY));
        int year = date.getYear();
        requireFourDigits(year);
        int secondOfDay = (int) Math.floorMod(seconds, DAY);
        digits(out, at, 4, year);
        out[at + 4] = '-';
        digits(out, at + 5, 2, date.getMonthValue());
        out[at + 7] = '-';
        digits(out, at + 8, 2, date.getDayOfMonth());
        out[at + 10] = 'T';
        digits(out, at + 11, 2, secondOfDay / 3600);
        out[at + 13] = ':';
        digits(out, at + 14, 2, secondOfDay / 60 % 60);
        out[at + 16] = ':';
        digits(out, at + 17, 2, secondOfDay % 60);
        out[at + 19] = '.';
        digits(out, at + 20, 3, instant.getNano() / 1_000_000);
        out[at + 23] = 'Z';
    }

    /**
     * Reads ISO-8601 with any offset; exactly this class's own form is read fast.
     *
     * @throws DateTimeException if the text is no such time, or one that {@link #format} refuses
     */
    public static Instant parse(String text) {
        if (text.length() == LENGTH
                && text.charAt(LENGTH - 1) == 'Z'
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && text.charAt(19) == '.') {
            int hour = number(text, 11, 2);
            int minute = number(text, 14, 2);
            int second = number(text, 17, 2);
            if (hour < 24 && minute < 60 && second < 60) {
                long day =
                        LocalDate.of(number(text, 0, 4), number(text, 5, 2), number(text, 8, 2))
                                .toEpochDay();
                return Instant.ofEpochSecond(
                        day * DAY + hour * 3600L + minute * 60L + second,
                        number(text, 20, 3) * 1_000_000L);
            }
        }
        OffsetDateTime utc = OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC);
        requireFourDigits(utc.getYear());
        return utc.toInstant();
    }

    private static void requireFourDigits(int year) {
        if (year < 0 || year > 9999) {
            throw new DateTimeException("Year " + year + " is outside 0 to 9999");
        }
    }

    private static void digits(byte[] out, int from, int count, int value) {
        int rest = value;
        for (int i = from + count - 1; i >= from; i--) {
            out[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private static int number(String text, int from, int count) {
        int value = 0;
        for (int i = from; i < from + count; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new DateTimeException("Not a time: " + text);
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
