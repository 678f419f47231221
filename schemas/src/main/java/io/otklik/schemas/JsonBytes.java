package io.otklik.schemas;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/**
 * JSON as bytes, for records of which so many are written that looking at each of their fields
 * through Jackson costs more than all else about them. Text is escaped as Jackson escapes it. Not
 * safe for use by several threads.
 */
final class JsonBytes {

    private static final int LONGEST_NUMBER = 24;
    private static final int LONGEST_ESCAPE = 6;
    private static final long DAY_MILLIS = 86_400_000L;

    /** What has an escape of its own, and its letter. */
    private static final String ESCAPED = "\"\\\b\f\n\r\t";

    private static final String ESCAPES = "\"\\bfnrt";
    private static final String HEX = "0123456789ABCDEF";

    private byte[] bytes = new byte[1_024];
    private int size;

    /** The day of the latest time, for the next is mostly of the same. */
    private final byte[] date = new byte[IsoMillis.DATE_LENGTH];

    private long day = Long.MIN_VALUE;

    /** What is written as it is, by {@link #add}. */
    static byte[] literal(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    JsonBytes add(byte[] literal) {
        reserve(literal.length);
        System.arraycopy(literal, 0, bytes, size, literal.length);
        size += literal.length;
        return this;
    }

    JsonBytes text(String value) {
        return quote().insideText(value).quote();
    }

    private JsonBytes quote() {
        reserve(1);
        bytes[size++] = '"';
        return this;
    }

    /** A part of a text, without quotes. */
    JsonBytes insideText(String value) {
        int length = value.length();
        reserve(LONGEST_ESCAPE * length);
        byte[] out = bytes;
        int at = size;
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (c < 0x80) {
                if (c >= ' ' && c != '"' && c != '\\') {
                    out[at++] = (byte) c;
                } else {
                    at = escape(c, out, at);
                }
            } else if (c < 0x800) {
                out[at++] = (byte) (0xC0 | c >> 6);
                out[at++] = (byte) (0x80 | c & 0x3F);
            } else if (!Character.isSurrogate(c)) {
                out[at++] = (byte) (0xE0 | c >> 12);
                out[at++] = (byte) (0x80 | c >> 6 & 0x3F);
                out[at++] = (byte) (0x80 | c & 0x3F);
            } else {
                at = unicode(c, out, at);
            }
        }
        size = at;
        return this;
    }

    private static int escape(char c, byte[] out, int at) {
        int shorter = ESCAPED.indexOf(c);
        if (shorter < 0) {
            return unicode(c, out, at);
        }
        out[at] = '\\';
        out[at + 1] = (byte) ESCAPES.charAt(shorter);
        return at + 2;
    }

    private static int unicode(char c, byte[] out, int at) {
        out[at] = '\\';
        out[at + 1] = 'u';
        for (int i = 0; i < 4; i++) {
            out[at + 2 + i] = (byte) HEX.charAt(c >> 12 - 4 * i & 0xF);
        }
        return at + LONGEST_ESCAPE;
    }

    JsonBytes time(Instant value) {
        return time(
                IsoMillis.day(value), IsoMillis.secondOfDay(value), value.getNano() / 1_000_000);
    }

    /**
     * @param epochMillis since the epoch
     */
    JsonBytes time(long epochMillis) {
        long dayOfValue = Math.floorDiv(epochMillis, DAY_MILLIS);
        int millis = (int) (epochMillis - dayOfValue * DAY_MILLIS);
        return time(dayOfValue, millis / 1_000, millis % 1_000);
    }

    private JsonBytes time(long dayOfValue, int secondOfDay, int millis) {
        reserve(IsoMillis.LENGTH + 2);
        bytes[size++] = '"';
        if (dayOfValue != day) {
            IsoMillis.writeDate(dayOfValue, date, 0);
            day = dayOfValue;
        }
        System.arraycopy(date, 0, bytes, size, IsoMillis.DATE_LENGTH);
        IsoMillis.writeTime(secondOfDay, millis, bytes, size + IsoMillis.DATE_LENGTH);
        size += IsoMillis.LENGTH;
        bytes[size++] = '"';
        return this;
    }

    JsonBytes number(long value) {
        reserve(LONGEST_NUMBER);
        if (value >= 0 && value < 10) {
            bytes[size++] = (byte) ('0' + value);
            return this;
        }
        // Below zero there is one number more than above.
        long rest = value < 0 ? value : -value;
        int end = size + (value < 0 ? 1 : 0);
        for (long left = rest; left != 0; left /= 10) {
            end++;
        }
        if (value < 0) {
            bytes[size] = '-';
        }
        for (int at = end - 1; rest != 0; rest /= 10) {
            bytes[at--] = (byte) ('0' - rest % 10);
        }
        size = end;
        return this;
    }

    JsonBytes number(double value) {
        String digits = Double.toString(value);
        if (!Double.isFinite(value)) {
            return text(digits);
        }
        reserve(digits.length());
        for (int i = 0; i < digits.length(); i++) {
            bytes[size++] = (byte) digits.charAt(i);
        }
        return this;
    }

    int size() {
        return size;
    }

    /** What was added between two sizes. */
    byte[] copy(int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    /** All that was added since the last call. */
    byte[] take() {
        byte[] taken = Arrays.copyOf(bytes, size);
        size = 0;
        return taken;
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
