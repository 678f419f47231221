package io.otklik.cli.replay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads lines as bytes, so that what is not UTF-8 arrives as it is. */
final class LineReader {

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int end;
    private long number;

    LineReader(InputStream in) {
        this.in = in;
    }

    /** The next line without its break, maybe empty; null at the end. */
    byte[] next() throws IOException {
        if (position == end && !fill()) {
            return null;
        }
        number++;
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (true) {
            int found = position;
            while (found < end && buffer[found] != '\n') {
                found++;
            }
            line.write(buffer, position, found - position);
            boolean whole = found < end;
            position = whole ? found + 1 : end;
            if (whole || !fill()) {
                return withoutReturn(line.toByteArray());
            }
        }
    }

    /** Everything behind the last line, at most {@code limit} bytes and what was read ahead. */
    byte[] rest(int limit) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(buffer, position, end - position);
        position = end;
        all.write(in.readNBytes(limit));
        return all.toByteArray();
    }

    /** Number of the last line, from 1. */
    long number() {
        return number;
    }

    private boolean fill() throws IOException {
        int count = in.read(buffer, 0, BUFFER);
        position = 0;
        end = Math.max(count, 0);
        return count > 0;
    }

    private static byte[] withoutReturn(byte[] line) {
        int length = line.length;
        return length > 0 && line[length - 1] == '\r' ? Arrays.copyOf(line, length - 1) : line;
    }
}
