package io.otklik.local.clickhouse.engine;

import com.sun.jna.Pointer;

/**
 * What a query read and wrote so far. Rows written include those of materialized views, as a server
 * counts them.
 */
public record QueryStats(
        long readRows,
        long readBytes,
        long writtenRows,
        long writtenBytes,
        long resultRows,
        long elapsedNanos) {

    public static final QueryStats NONE = new QueryStats(0, 0, 0, 0, 0, 0);

    static QueryStats of(Chdb chdb, Pointer result) {
        return new QueryStats(
                chdb.chdb_result_storage_rows_read(result),
                chdb.chdb_result_storage_bytes_read(result),
                chdb.chdb_result_rows_written(result),
                chdb.chdb_result_bytes_written(result),
                chdb.chdb_result_rows_read(result),
                (long) (chdb.chdb_result_elapsed(result) * 1e9));
    }
}
