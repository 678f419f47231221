package io.otklik.connectors.platform;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Checks bytes against UTF-8 as Unicode defines it. Jackson lets overlong forms and encoded
 * surrogates pass and looks into skipped strings hardly at all.
 */
public final class Utf8 {

    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;

    private Utf8() {}

    /** The place of the first byte that does not continue valid UTF-8, or -1. */
    public static int firstInvalid(byte[] bytes) {
        int length = bytes.length;
        int i = 0;
        while (i < length) {
            int b = bytes[i];
            if (b >= 0) {
                if (i + 8 <= length && ((long) LONG.get(bytes, i) & HIGH_BITS) == 0) {
                    i += 8;
                } else {
                    i++;
                }
                continue;
            }
            // Two bytes: nearly all of a Russian text.
            if (b >= (byte) 0xC2 && b <= (byte) 0xDF && i + 1 < length && bytes[i + 1] < -64) {
                i += 2;
                continue;
            }
            int more = following(bytes, i, b & 0xFF);
            if (more < 0) {
                return i;
            }
            i += more + 1;
        }
        return -1;
    }

    /** How many bytes complete the character that starts with {@code first}; -1 if they do not. */
    private static int following(byte[] bytes, int at, int first) {
        if (first >= 0xC2 && first <= 0xDF) {
            return continues(bytes, at + 1) ? 1 : -1;
        }
        if (first >= 0xE0 && first <= 0xEF) {
            int second = at + 1 < bytes.length ? bytes[at + 1] & 0xFF : 0;
            int low = first == 0xE0 ? 0xA0 : 0x80;
            int high = first == 0xED ? 0x9F : 0xBF;
            return second >= low && second <= high && continues(bytes, at + 2) ? 2 : -1;
        }
        if (first >= 0xF0 && first <= 0xF4) {
            int second = at + 1 < bytes.length ? bytes[at + 1] & 0xFF : 0;
            int low = first == 0xF0 ? 0x90 : 0x80;
            int high = first == 0xF4 ? 0x8F : 0xBF;
            return second >= low
                            && second <= high
                            && continues(bytes, at + 2)
                            && continues(bytes, at + 3)
                    ? 3
                    : -1;
        }
        return -1;
    }

    private static boolean continues(byte[] bytes, int at) {
        return at < bytes.length && (bytes[at] & 0xC0) == 0x80;
    }
}
