package io.otklik.connectors.json;

import com.fasterxml.jackson.core.io.NumberInput;
import io.otklik.connectors.platform.Utf8;
import io.otklik.schemas.IsoMillis;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Arrays;

/**
 * Reads JSON as {@link io.otklik.schemas.JsonCodec} writes it, from front to end: no white space,
 * no nulls, times with milliseconds. It takes nothing that the codec refuses, and reads what it
 * takes as the codec does; of all else it throws {@link NotPlainException}. For one thread.
 */
public final class PlainJson {

    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};

    private static final long EACH = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x80 * EACH;

    /** Below the codec's bound, which counts characters. */
    private static final int LONGEST_TEXT = 1_000_000;

    /** So many digits always fit into a long. */
    private static final int SAFE_DIGITS = 18;

    /** Whole numbers up to it, and powers of ten up to 22, are doubles without rounding. */
    private static final long EXACT = 1L << 53;

    private static final double[] POWERS_OF_TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
        1e17, 1e18, 1e19, 1e20, 1e21, 1e22
    };

    private final Utf8Buffer unescaped = new Utf8Buffer();

    private byte[] bytes;
    private int at;

    /** The latest text. */
    private byte[] textBytes;

    private int textStart;
    private int textLength;

    /** Begins with a record. */
    public void begin(byte[] json) throws NotPlainException {
        bytes = json;
        at = 0;
        if (Utf8.firstInvalid(json) >= 0) {
            throw NotPlainException.INSTANCE;
        }
    }

    public boolean isAtEnd() {
        return at == bytes.length;
    }

    /** Passes what stands next if it is this. */
    public boolean passes(byte[] literal) {
        int end = at + literal.length;
        if (end > bytes.length || !Arrays.equals(bytes, at, end, literal, 0, literal.length)) {
            return false;
        }
        at = end;
        return true;
    }

    /** Passes a character if it stands next. */
    public boolean passes(char character) {
        if (at < bytes.length && bytes[at] == character) {
            at++;
            return true;
        }
        return false;
    }

    public void pass(char character) throws NotPlainException {
        if (!passes(character)) {
            throw NotPlainException.INSTANCE;
        }
    }

    /** Passes a comma, or the end of an object or list. */
    public boolean hasMore(char end) throws NotPlainException {
        if (passes(',')) {
            return true;
        }
        pass(end);
        return false;
    }

    /**
     * Passes a text; {@link #textBytes}, {@link #textStart} and {@link #textLength} tell it, in
     * UTF-8, until the next.
     */
    public void passText() throws NotPlainException {
        pass('"');
        int start = at;
        int end = endOfPlainText(start);
        if (bytes[end] == '"') {
            textBytes = bytes;
            textStart = start;
            textLength = end - start;
        } else {
            unescaped.clear();
            end = unescape(start, end);
            textBytes = unescaped.bytes();
            textStart = 0;
            textLength = unescaped.length();
        }
        if (end - start > LONGEST_TEXT) {
            throw NotPlainException.INSTANCE;
        }
        at = end + 1;
    }

    /** A text. */
    public String text() throws NotPlainException {
        passText();
        return new String(textBytes, textStart, textLength, StandardCharsets.UTF_8);
    }

    /** Where the latest text stands. */
    public byte[] textBytes() {
        return textBytes;
    }

    public int textStart() {
        return textStart;
    }

    public int textLength() {
        return textLength;
    }

    /**
     * Passes one of some values.
     *
     * @return which of them it was
     */
    public int constant(byte[][] values) throws NotPlainException {
        for (int i = 0; i < values.length; i++) {
            if (passes(values[i])) {
                return i;
            }
        }
        throw NotPlainException.INSTANCE;
    }

    public boolean isEmptyText() {
        return at + 1 < bytes.length && bytes[at] == '"' && bytes[at + 1] == '"';
    }

    /** Where the first quote or backslash stands. */
    private int endOfPlainText(int from) throws NotPlainException {
        int i = from;
        while (i + Long.BYTES <= bytes.length && isPlain((long) LONG.get(bytes, i))) {
            i += Long.BYTES;
        }
        for (; i < bytes.length; i++) {
            byte b = bytes[i];
            if (b == '"' || b == '\\') {
                return i;
            }
            if (b >= 0 && b < ' ') {
                break;
            }
        }
        throw NotPlainException.INSTANCE;
    }

    /** Whether none of eight bytes is a quote, a backslash or a control character. */
    private static boolean isPlain(long eight) {
        long quote = eight ^ '"' * EACH;
        long backslash = eight ^ '\\' * EACH;
        long found =
                quote - EACH & ~quote | backslash - EACH & ~backslash | eight - ' ' * EACH & ~eight;
        return (found & HIGH_BITS) == 0;
    }

    /** Copies a text that has escapes, the first of them at an index; returns its end. */
    private int unescape(int start, int firstEscape) throws NotPlainException {
        int from = start;
        int i = firstEscape;
        while (bytes[i] != '"') {
            unescaped.add(bytes, from, i - from);
            from = escape(i + 1);
            i = endOfPlainText(from);
        }
        unescaped.add(bytes, from, i - from);
        return i;
    }

    /** Copies what stands behind a backslash; returns what follows it. */
    private int escape(int i) throws NotPlainException {
        if (i >= bytes.length) {
            throw NotPlainException.INSTANCE;
        }
        switch (bytes[i]) {
            case '"', '\\', '/' -> unescaped.add(bytes[i]);
            case 'b' -> unescaped.add('\b');
            case 'f' -> unescaped.add('\f');
            case 'n' -> unescaped.add('\n');
            case 'r' -> unescaped.add('\r');
            case 't' -> unescaped.add('\t');
            case 'u' -> {
                return codePoint(i + 1);
            }
            default -> throw NotPlainException.INSTANCE;
        }
        return i + 1;
    }

    /** Half a pair is no character: what becomes of it is the codec's matter. */
    private int codePoint(int i) throws NotPlainException {
        char first = codeUnit(i);
        if (!Character.isSurrogate(first)) {
            unescaped.addCodePoint(first);
            return i + 4;
        }
        if (i + 5 >= bytes.length || bytes[i + 4] != '\\' || bytes[i + 5] != 'u') {
            throw NotPlainException.INSTANCE;
        }
        char second = codeUnit(i + 6);
        if (!Character.isSurrogatePair(first, second)) {
            throw NotPlainException.INSTANCE;
        }
        unescaped.addCodePoint(Character.toCodePoint(first, second));
        return i + 10;
    }

    private char codeUnit(int i) throws NotPlainException {
        if (i + 4 > bytes.length) {
            throw NotPlainException.INSTANCE;
        }
        int unit = 0;
        for (int k = i; k < i + 4; k++) {
            int digit = Character.digit(bytes[k], 16);
            if (digit < 0) {
                throw NotPlainException.INSTANCE;
            }
            unit = unit << 4 | digit;
        }
        return (char) unit;
    }

    /** A time, as epoch milliseconds. */
    public long time() throws NotPlainException {
        pass('"');
        if (at + IsoMillis.LENGTH > bytes.length) {
            throw NotPlainException.INSTANCE;
        }
        long millis;
        try {
            millis = IsoMillis.parseMillis(bytes, at);
        } catch (DateTimeException e) {
            throw NotPlainException.INSTANCE;
        }
        at += IsoMillis.LENGTH;
        pass('"');
        return millis;
    }

    /** A whole number between two others, these included. */
    public long wholeNumber(long least, long most) throws NotPlainException {
        boolean negative = passes('-');
        int start = at;
        long value = digits(0);
        if (at - start > SAFE_DIGITS || bytes[start] == '0' && at - start > 1) {
            throw NotPlainException.INSTANCE;
        }
        value = negative ? -value : value;
        if (value < least || value > most) {
            throw NotPlainException.INSTANCE;
        }
        return value;
    }

    public boolean truth() throws NotPlainException {
        if (passes(TRUE)) {
            return true;
        }
        if (passes(FALSE)) {
            return false;
        }
        throw NotPlainException.INSTANCE;
    }

    public double number() throws NotPlainException {
        int start = at;
        boolean negative = passes('-');
        int whole = at;
        long value = digits(0);
        if (bytes[whole] == '0' && at - whole > 1) {
            throw NotPlainException.INSTANCE;
        }
        int point = at;
        if (passes('.')) {
            value = digits(value);
        }
        int decimals = Math.max(0, at - point - 1);
        boolean small = at - whole <= SAFE_DIGITS && value <= EXACT;
        if (passes('e') || passes('E')) {
            if (!passes('-')) {
                passes('+');
            }
            digits(0);
            small = false;
        } else if (at == point && (!small || negative)) {
            // A whole number, which the codec reads as such before it makes a double of it.
            throw NotPlainException.INSTANCE;
        }
        if (small) {
            double exact = value / POWERS_OF_TEN[decimals];
            return negative ? -exact : exact;
        }
        return NumberInput.parseDouble(
                new String(bytes, start, at - start, StandardCharsets.ISO_8859_1), true);
    }

    /** Appends at least one digit to a number, which overflows if they are too many. */
    private long digits(long number) throws NotPlainException {
        int start = at;
        long value = number;
        while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9') {
            value = value * 10 + bytes[at++] - '0';
        }
        if (at == start) {
            throw NotPlainException.INSTANCE;
        }
        return value;
    }
}
