package io.otklik.connectors.clickhouse;

import org.apache.flink.api.connector.sink2.Sink;

/** Sinks into ClickHouse. */
public final class ClickHouseSinks {

    private ClickHouseSinks() {}

    /**
     * Writes each record as one row, at least once: a completed checkpoint means that every earlier
     * row is in the table. A repeated row replaces itself there.
     *
     * <p>While the server is down, the sink holds its rows, tries again after pauses that grow to
     * half a minute, and so holds back the job; it gives up only on what no waiting mends, such as
     * a wrong password.
     */
    public static <T> Sink<T> sink(ClickHouseTable<T> table, ClickHouseOptions options) {
        return switch (options.client()) {
            case ROW_BINARY -> new RowBinarySink<>(table, table::write, options);
            case JDBC -> JdbcSinks.sink(table, options);
        };
    }

    /**
     * The same for rows that {@link JsonRows} has made already, by the own writer.
     *
     * @param table whose rows they are
     */
    public static Sink<byte[]> rows(ClickHouseTable<?> table, ClickHouseOptions options) {
        return new RowBinarySink<>(
                table, (row, out) -> out.writeBytes(row, 0, row.length), options);
    }
}
