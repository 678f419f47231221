package io.otklik.local.clickhouse.compression;

import com.clickhouse.data.ClickHouseCityHash;
import net.jpountz.lz4.LZ4Exception;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4SafeDecompressor;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Unpacks ClickHouse's blocks (LZ4 or none), checking each checksum before its data is used. */
public final class CompressedBlockInputStream extends InputStream {

    private final InputStream in;
    private final LZ4SafeDecompressor decompressor =
            LZ4Factory.fastestInstance().safeDecompressor();
    private final byte[] checksum = new byte[CompressedBlock.CHECKSUM];
    private byte[] packed = new byte[CompressedBlock.HEADER];
    private byte[] plain = new byte[0];
    private int size;
    private int at;

    public CompressedBlockInputStream(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        return at < size || readBlock() ? plain[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (at >= size && !readBlock()) {
            return -1;
        }
        int piece = Math.min(length, size - at);
        System.arraycopy(plain, at, bytes, offset, piece);
        at += piece;
        return piece;
    }

    /** Reads blocks until one has data; false at the end of the input. */
    private boolean readBlock() throws IOException {
        do {
            int read = in.readNBytes(checksum, 0, checksum.length);
            if (read == 0) {
                return false;
            }
            if (read < checksum.length) {
                throw new EOFException("A compressed block ends inside its checksum.");
            }
            readFully(0, CompressedBlock.HEADER);
            int length = CompressedBlock.getInt(packed, 1);
            size = CompressedBlock.getInt(packed, 5);
            if (length < CompressedBlock.HEADER
                    || length > CompressedBlock.MAX_SIZE
                    || size < 0
                    || size > CompressedBlock.MAX_SIZE) {
                throw new CorruptBlockException(
                        "a block of " + length + " bytes for " + size + " is not possible");
            }
            if (packed.length < length) {
                packed = Arrays.copyOf(packed, length);
            }
            readFully(CompressedBlock.HEADER, length - CompressedBlock.HEADER);
            verify(length);
            unpack(length);
            at = 0;
        } while (size == 0);
        return true;
    }

    private void readFully(int offset, int length) throws IOException {
        if (in.readNBytes(packed, offset, length) < length) {
            throw new EOFException("A compressed block ends before its length.");
        }
    }

    private void verify(int length) throws CorruptBlockException {
        long[] hash = ClickHouseCityHash.cityHash128(packed, 0, length);
        if (hash[0] != CompressedBlock.getLong(checksum, 0)
                || hash[1] != CompressedBlock.getLong(checksum, 8)) {
            throw new CorruptBlockException("checksum doesn't match: corrupted data");
        }
    }

    private void unpack(int length) throws CorruptBlockException {
        if (plain.length < size) {
            plain = new byte[size];
        }
        int packedSize = length - CompressedBlock.HEADER;
        switch (packed[0]) {
            case CompressedBlock.LZ4 -> {
                try {
                    int unpacked =
                            decompressor.decompress(
                                    packed, CompressedBlock.HEADER, packedSize, plain, 0, size);
                    requireSize(unpacked);
                } catch (LZ4Exception e) {
                    throw new CorruptBlockException("LZ4 cannot unpack it: " + e.getMessage());
                }
            }
            case CompressedBlock.NONE -> {
                requireSize(packedSize);
                System.arraycopy(packed, CompressedBlock.HEADER, plain, 0, size);
            }
            default ->
                    throw new CorruptBlockException(
                            String.format("method 0x%02x is not known; use LZ4 (0x82)", packed[0]));
        }
    }

    private void requireSize(int unpacked) throws CorruptBlockException {
        if (unpacked != size) {
            throw new CorruptBlockException(unpacked + " bytes instead of " + size);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
