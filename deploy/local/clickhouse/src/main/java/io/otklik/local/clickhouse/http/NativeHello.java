package io.otklik.local.clickhouse.http;

import io.otklik.local.clickhouse.engine.EngineInfo;

import java.io.ByteArrayOutputStream;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The answer to the first query of clickhouse-go over HTTP (Grafana's plugin, too).
 *
 * <p>It reads this one Native block by the revision it named itself in the URL, and every later one
 * by the revision that the answer names. The engine writes revision 0 only, so this block is
 * written by hand in the client's revision and names revision 0.
 */
final class NativeHello {

    private static final String QUERY = "SELECT displayName(), version(), revision(), timezone()";
    private static final int REVISION_WITH_CUSTOM_SERIALIZATION = 54454;

    /** Field 1, is_overflows: 0; field 2, bucket_num: -1; end of fields. */
    private static final byte[] BLOCK_INFO = {1, 0, 2, -1, -1, -1, -1, 0};

    private NativeHello() {}

    static boolean isAskedBy(QueryRequest request, String query, String format) {
        return request.protocolVersion() > 0
                && format.equalsIgnoreCase("Native")
                && query.strip().equals(QUERY);
    }

    static byte[] answer(EngineInfo engine, int clientRevision) {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        block.writeBytes(BLOCK_INFO);
        // Four columns, one row.
        block.write(4);
        block.write(1);
        column(block, clientRevision, "displayName()", "String");
        text(block, engine.displayName());
        column(block, clientRevision, "version()", "String");
        text(block, engine.version());
        column(block, clientRevision, "revision()", "UInt32");
        block.writeBytes(new byte[Integer.BYTES]);
        column(block, clientRevision, "timezone()", "String");
        text(block, engine.timezone());
        return block.toByteArray();
    }

    private static void column(
            ByteArrayOutputStream block, int revision, String name, String type) {
        text(block, name);
        text(block, type);
        if (revision >= REVISION_WITH_CUSTOM_SERIALIZATION) {
            block.write(0);
        }
    }

    private static void text(ByteArrayOutputStream block, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        int length = bytes.length;
        for (; length >= 0x80; length >>>= 7) {
            block.write(length & 0x7f | 0x80);
        }
        block.write(length);
        block.writeBytes(bytes);
    }
}
