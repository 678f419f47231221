package io.otklik.local.clickhouse.http;

import io.otklik.local.clickhouse.engine.QueryStats;

/** The header {@code X-ClickHouse-Summary}: numbers as strings, as a server writes them. */
final class Summary {

    private Summary() {}

    static String of(QueryStats stats) {
        return "{\"read_rows\":\""
                + stats.readRows()
                + "\",\"read_bytes\":\""
                + stats.readBytes()
                + "\",\"written_rows\":\""
                + stats.writtenRows()
                + "\",\"written_bytes\":\""
                + stats.writtenBytes()
                + "\",\"total_rows_to_read\":\""
                + stats.readRows()
                + "\",\"result_rows\":\""
                + Math.max(stats.resultRows(), stats.writtenRows())
                + "\",\"result_bytes\":\""
                + stats.writtenBytes()
                + "\",\"elapsed_ns\":\""
                + stats.elapsedNanos()
                + "\"}";
    }
}
