package io.otklik.local.clickhouse.compression;

/**
 * ClickHouse's frame around a piece of data: 16 bytes CityHash128 of all that follows, 1 byte
 * method, 4 bytes length of method, lengths and data, 4 bytes length of the data unpacked; numbers
 * are little-endian.
 */
final class CompressedBlock {

    static final int CHECKSUM = 16;

    /** Method and both lengths. */
    static final int HEADER = 9;

    static final byte LZ4 = (byte) 0x82;
    static final byte NONE = 0x02;

    /** The lengths are someone else's word, and a block is unpacked in the heap: 64 MiB at most. */
    static final int MAX_SIZE = 64 * 1024 * 1024;

    private CompressedBlock() {}

    static int getInt(byte[] bytes, int at) {
        return bytes[at] & 0xff
                | (bytes[at + 1] & 0xff) << 8
                | (bytes[at + 2] & 0xff) << 16
                | (bytes[at + 3] & 0xff) << 24;
    }

    static void putInt(byte[] bytes, int at, int value) {
        for (int i = 0; i < 4; i++) {
            bytes[at + i] = (byte) (value >>> 8 * i);
        }
    }

    static void putLong(byte[] bytes, int at, long value) {
        for (int i = 0; i < 8; i++) {
            bytes[at + i] = (byte) (value >>> 8 * i);
        }
    }

    static long getLong(byte[] bytes, int at) {
        return getInt(bytes, at) & 0xffff_ffffL | (long) getInt(bytes, at + 4) << 32;
    }
}
