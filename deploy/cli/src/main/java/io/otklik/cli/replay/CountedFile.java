package io.otklik.cli.replay;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;

/** Opens a file, packed by gzip or not, and counts the bytes that are read from the disk. */
final class CountedFile {

    private static final int BUFFER = 1 << 16;
    private static final int GZIP_MAGIC_1 = 0x1f;
    private static final int GZIP_MAGIC_2 = 0x8b;

    private CountedFile() {}

    /** The file's content; {@code -} is standard input. */
    static InputStream open(String name, AtomicLong readBytes) throws IOException {
        InputStream raw = name.equals("-") ? System.in : Files.newInputStream(Path.of(name));
        BufferedInputStream in = new BufferedInputStream(new Counting(raw, readBytes), BUFFER);
        in.mark(2);
        boolean packed = in.read() == GZIP_MAGIC_1 && in.read() == GZIP_MAGIC_2;
        in.reset();
        return packed ? new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER) : in;
    }

    private static final class Counting extends FilterInputStream {
        private final AtomicLong readBytes;

        Counting(InputStream in, AtomicLong readBytes) {
            super(in);
            this.readBytes = readBytes;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            readBytes.addAndGet(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            readBytes.addAndGet(Math.max(count, 0));
            return count;
        }
    }
}
