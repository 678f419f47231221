package io.otklik.connectors.clickhouse;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Rows in ClickHouse's format RowBinary, growing in memory. */
final class RowBinaryBuffer {

    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes = new byte[1 << 16];
    private int length;

    void writeByte(int value) {
        room(1);
        bytes[length++] = (byte) value;
    }

    void writeInt(int value) {
        room(4);
        for (int shift = 0; shift < 32; shift += 8) {
            bytes[length++] = (byte) (value >>> shift);
        }
    }

    void writeLong(long value) {
        room(8);
        LONG.set(bytes, length, value);
        length += 8;
    }

    /** A length, seven bits a byte. */
    void writeVarint(int value) {
        room(5);
        int rest = value;
        while (rest > 0x7F) {
            bytes[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    /** A length in front of what was written from an index on. */
    void insertVarint(int index, int value) {
        int more = value < 0x80 ? 1 : (38 - Integer.numberOfLeadingZeros(value)) / 7;
        room(more);
        System.arraycopy(bytes, index, bytes, index + more, length - index);
        int end = length + more;
        length = index;
        writeVarint(value);
        length = end;
    }

    void writeString(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        writeVarint(utf8.length);
        writeBytes(utf8, 0, utf8.length);
    }

    /** What is written already. */
    void writeBytes(byte[] source, int from, int count) {
        room(count);
        System.arraycopy(source, from, bytes, length, count);
        length += count;
    }

    int length() {
        return length;
    }

    /** Forgets what was written after {@code length}. */
    void truncate(int length) {
        this.length = length;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    void copyTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
        }
    }
}
