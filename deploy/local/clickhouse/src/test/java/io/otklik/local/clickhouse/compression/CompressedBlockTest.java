package io.otklik.local.clickhouse.compression;

import com.clickhouse.data.ClickHouseCityHash;
import com.clickhouse.data.stream.Lz4InputStream;
import com.clickhouse.data.stream.Lz4OutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The client's own streams are the measure of ours. */
class CompressedBlockTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 65_536, 1_048_576, 1_048_577, 3_000_000})
    void theClientReadsWhatWeWrite(int size) throws IOException {
        byte[] data = data(size);
        try (InputStream client = new Lz4InputStream(new ByteArrayInputStream(packed(data)))) {
            assertThat(client.readAllBytes()).isEqualTo(data);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 65_536, 3_000_000})
    void weReadWhatTheClientWrites(int size) throws IOException {
        byte[] data = data(size);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Lz4OutputStream client = new Lz4OutputStream(bytes, 65_536, null)) {
            client.write(data);
        }
        assertThat(unpacked(bytes.toByteArray())).isEqualTo(data);
    }

    @Test
    void readsABlockThatIsNotCompressed() throws IOException {
        byte[] block = packed(new byte[] {7, 8, 9});
        // Pack by hand: method 2, 9 + 3 bytes, the same size unpacked.
        byte[] plain = {2, 12, 0, 0, 0, 3, 0, 0, 0, 7, 8, 9};
        long[] hash = ClickHouseCityHash.cityHash128(plain, 0, plain.length);
        byte[] framed = new byte[16 + plain.length];
        CompressedBlock.putLong(framed, 0, hash[0]);
        CompressedBlock.putLong(framed, 8, hash[1]);
        System.arraycopy(plain, 0, framed, 16, plain.length);
        assertThat(unpacked(framed)).isEqualTo(unpacked(block));
    }

    @Test
    void aChangedByteIsFoundByTheChecksum() throws IOException {
        byte[] block = packed(data(1_000));
        for (int at : new int[] {0, 15, 16, 17, 21, 25, block.length - 1}) {
            byte[] broken = block.clone();
            broken[at] ^= 0x40;
            assertThatThrownBy(() -> unpacked(broken))
                    .as("byte %d", at)
                    .isInstanceOfAny(CorruptBlockException.class, EOFException.class);
        }
    }

    @Test
    void anImpossibleLengthIsRefusedBeforeMemoryIsTaken() {
        byte[] block = new byte[25];
        CompressedBlock.putInt(block, 17, Integer.MAX_VALUE);
        assertThatThrownBy(() -> unpacked(block))
                .isInstanceOf(CorruptBlockException.class)
                .hasMessageContaining("not possible");
    }

    @Test
    void aCutBlockIsNotTheEnd() throws IOException {
        byte[] block = packed(data(1_000));
        for (int length : new int[] {1, 16, 20, block.length - 1}) {
            byte[] cut = Arrays.copyOf(block, length);
            assertThatThrownBy(() -> unpacked(cut)).isInstanceOf(EOFException.class);
        }
    }

    private static byte[] packed(byte[] data) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CompressedBlockOutputStream out = new CompressedBlockOutputStream(bytes)) {
            out.write(data);
        }
        return bytes.toByteArray();
    }

    private static byte[] unpacked(byte[] bytes) throws IOException {
        try (InputStream in = new CompressedBlockInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }

    private static byte[] data(int size) {
        byte[] data = new byte[size];
        Random random = new Random(size);
        for (int i = 0; i < size; i++) {
            data[i] = (byte) random.nextInt(8);
        }
        return data;
    }
}
