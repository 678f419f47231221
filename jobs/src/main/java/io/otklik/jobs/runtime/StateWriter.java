package io.otklik.jobs.runtime;

import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * The few shapes that state, and what goes between tasks, is written in: snapshots of state are
 * most of what a job writes, so they are small and made without a virtual call per character.
 */
public final class StateWriter {

    private static final int NULL = 0;
    private static final int LATIN = 1;
    private static final int WIDE = 2;

    private StateWriter() {}

    /** One byte a character if all are Latin, else two; any text survives, even half an emoji. */
    public static void writeText(String text, DataOutputView out) throws IOException {
        if (text == null) {
            out.writeByte(NULL);
            return;
        }
        int length = text.length();
        boolean latin = true;
        for (int i = 0; i < length && latin; i++) {
            latin = text.charAt(i) < 0x100;
        }
        out.writeByte(latin ? LATIN : WIDE);
        writeVarint(length, out);
        out.write(latin ? text.getBytes(StandardCharsets.ISO_8859_1) : wide(text));
    }

    private static byte[] wide(String text) {
        byte[] bytes = new byte[2 * text.length()];
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            bytes[2 * i] = (byte) c;
            bytes[2 * i + 1] = (byte) (c >> Byte.SIZE);
        }
        return bytes;
    }

    public static String readText(DataInputView in) throws IOException {
        int shape = in.readByte();
        if (shape == NULL) {
            return null;
        }
        int length = (int) readVarint(in);
        byte[] bytes = new byte[shape == LATIN ? length : 2 * length];
        in.readFully(bytes);
        if (shape == LATIN) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
        char[] text = new char[length];
        for (int i = 0; i < length; i++) {
            text[i] = (char) (bytes[2 * i] & 0xFF | bytes[2 * i + 1] << Byte.SIZE);
        }
        return new String(text);
    }

    public static void writeVarint(long value, DataOutputView out) throws IOException {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.writeByte((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }

    public static long readVarint(DataInputView in) throws IOException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte part = in.readByte();
            value |= (long) (part & 0x7F) << shift;
            if (part >= 0) {
                return value;
            }
        }
        throw new IOException("A number in state has no end.");
    }

    /** A number that may be below zero, short if it is near it. */
    public static void writeSigned(long value, DataOutputView out) throws IOException {
        writeVarint(value << 1 ^ value >> (Long.SIZE - 1), out);
    }

    public static long readSigned(DataInputView in) throws IOException {
        long zigzag = readVarint(in);
        return zigzag >>> 1 ^ -(zigzag & 1);
    }

    public static void writeBytes(byte[] bytes, DataOutputView out) throws IOException {
        writeVarint(bytes.length, out);
        out.write(bytes);
    }

    public static byte[] readBytes(DataInputView in) throws IOException {
        byte[] bytes = new byte[(int) readVarint(in)];
        in.readFully(bytes);
        return bytes;
    }

    public static void writeTexts(List<String> texts, DataOutputView out) throws IOException {
        writeVarint(texts.size(), out);
        for (String text : texts) {
            writeText(text, out);
        }
    }

    public static List<String> readTexts(DataInputView in) throws IOException {
        String[] texts = new String[(int) readVarint(in)];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = readText(in);
        }
        return List.of(texts);
    }

    /**
     * The number of the form in which a value of state was written.
     *
     * @param newest that this build writes; it reads all before
     * @param what the value is
     * @throws IOException if a later build wrote it
     */
    public static int readForm(int newest, String what, DataInputView in) throws IOException {
        int form = in.readByte();
        if (form < 1 || form > newest) {
            throw new IOException(
                    "State holds %s in form %d, not %d.".formatted(what, form, newest));
        }
        return form;
    }

    /**
     * Reads past the number of the one form that this build reads.
     *
     * @throws IOException if another build wrote another
     */
    public static void requireForm(int only, String what, DataInputView in) throws IOException {
        int form = in.readByte();
        if (form != only) {
            throw new IOException("State holds %s in form %d, not %d.".formatted(what, form, only));
        }
    }

    public static void writeTime(Instant time, DataOutputView out) throws IOException {
        out.writeLong(time.toEpochMilli());
    }

    public static Instant readTime(DataInputView in) throws IOException {
        return Instant.ofEpochMilli(in.readLong());
    }

    /** An enum by its ordinal; constants of what state holds are only ever added at the end. */
    public static void writeEnum(Enum<?> constant, DataOutputView out) throws IOException {
        out.writeByte(constant == null ? -1 : constant.ordinal());
    }

    public static <E> E readEnum(E[] constants, DataInputView in) throws IOException {
        int ordinal = in.readByte();
        return ordinal < 0 ? null : constants[ordinal];
    }
}
