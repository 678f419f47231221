package io.otklik.local.clickhouse.engine;

import com.sun.jna.Pointer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Formatted output in the engine's memory: a whole result, or one block of a stream. */
public final class QueryResult implements AutoCloseable {

    private static final int SLICE = 64 * 1024;

    private final Chdb chdb;
    private final Pointer result;
    private final long length;
    private final QueryStats stats;

    private QueryResult(Chdb chdb, Pointer result) {
        this.chdb = chdb;
        this.result = result;
        this.length = chdb.chdb_result_buffer(result) == null ? 0 : chdb.chdb_result_length(result);
        this.stats = QueryStats.of(chdb, result);
    }

    /** Takes over the native result; one that holds an error is destroyed and thrown. */
    static QueryResult of(Chdb chdb, Pointer result) throws EngineException {
        String error = chdb.chdb_result_error(result);
        if (error != null) {
            chdb.chdb_destroy_query_result(result);
            throw EngineException.of(error);
        }
        return new QueryResult(chdb, result);
    }

    public long length() {
        return length;
    }

    public QueryStats stats() {
        return stats;
    }

    /** The first bytes, at most {@code limit}. */
    public byte[] head(int limit) {
        return length == 0
                ? new byte[0]
                : chdb.chdb_result_buffer(result).getByteArray(0, (int) Math.min(limit, length));
    }

    /** The whole output as text; for short results. */
    public String text() {
        return new String(head(Integer.MAX_VALUE), StandardCharsets.UTF_8);
    }

    /** Writes the bytes from an offset to the end in slices, so the heap stays small. */
    public void writeTo(OutputStream out, long from) throws IOException {
        Pointer buffer = chdb.chdb_result_buffer(result);
        byte[] slice = new byte[(int) Math.min(SLICE, Math.max(0, length - from))];
        for (long at = from; at < length; at += slice.length) {
            int size = (int) Math.min(slice.length, length - at);
            buffer.read(at, slice, 0, size);
            out.write(slice, 0, size);
        }
    }

    @Override
    public void close() {
        chdb.chdb_destroy_query_result(result);
    }
}
