package io.otklik.connectors.json;

import java.util.Arrays;

/** A text in UTF-8 that is put together. */
final class Utf8Buffer {

    private byte[] bytes = new byte[1 << 10];
    private int length;

    void add(int value) {
        room(1);
        bytes[length++] = (byte) value;
    }

    void add(byte[] source, int from, int count) {
        room(count);
        System.arraycopy(source, from, bytes, length, count);
        length += count;
    }

    /** A character; half a surrogate pair is none. */
    void addCodePoint(int character) {
        if (character < 0x80) {
            add(character);
            return;
        }
        int more = character < 0x800 ? 1 : character < 0x10000 ? 2 : 3;
        add(0xFF00 >> more + 1 | character >> 6 * more);
        for (int shift = 6 * (more - 1); shift >= 0; shift -= 6) {
            add(0x80 | character >> shift & 0x3F);
        }
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
        }
    }
}
