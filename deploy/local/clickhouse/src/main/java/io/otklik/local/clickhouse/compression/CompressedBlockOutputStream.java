package io.otklik.local.clickhouse.compression;

import com.clickhouse.data.ClickHouseCityHash;
import net.jpountz.lz4.LZ4Compressor;
import net.jpountz.lz4.LZ4Factory;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Packs what is written into LZ4 blocks of up to 1 MiB; a flush ends a block. */
public final class CompressedBlockOutputStream extends FilterOutputStream {

    private static final int BLOCK = 1024 * 1024;

    private final LZ4Compressor compressor = LZ4Factory.fastestInstance().fastCompressor();
    private final byte[] plain = new byte[BLOCK];
    private final byte[] packed =
            new byte
                    [CompressedBlock.CHECKSUM
                            + CompressedBlock.HEADER
                            + compressor.maxCompressedLength(BLOCK)];
    private int size;

    public CompressedBlockOutputStream(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int done = 0;
        while (done < length) {
            int piece = Math.min(length - done, BLOCK - size);
            System.arraycopy(bytes, offset + done, plain, size, piece);
            size += piece;
            done += piece;
            if (size == BLOCK) {
                writeBlock();
            }
        }
    }

    private void writeBlock() throws IOException {
        if (size == 0) {
            return;
        }
        int body = CompressedBlock.CHECKSUM + CompressedBlock.HEADER;
        int length = CompressedBlock.HEADER + compressor.compress(plain, 0, size, packed, body);
        packed[CompressedBlock.CHECKSUM] = CompressedBlock.LZ4;
        CompressedBlock.putInt(packed, CompressedBlock.CHECKSUM + 1, length);
        CompressedBlock.putInt(packed, CompressedBlock.CHECKSUM + 5, size);
        long[] hash = ClickHouseCityHash.cityHash128(packed, CompressedBlock.CHECKSUM, length);
        CompressedBlock.putLong(packed, 0, hash[0]);
        CompressedBlock.putLong(packed, 8, hash[1]);
        out.write(packed, 0, CompressedBlock.CHECKSUM + length);
        size = 0;
    }

    @Override
    public void flush() throws IOException {
        writeBlock();
        super.flush();
    }
}
