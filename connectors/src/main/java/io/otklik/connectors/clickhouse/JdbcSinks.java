package io.otklik.connectors.clickhouse;

import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.jdbc.JdbcExecutionOptions;
import org.apache.flink.connector.jdbc.core.datastream.sink.JdbcSink;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** The sink over flink-connector-jdbc and the ClickHouse driver. */
final class JdbcSinks {

    /** Repetitions of one batch; each waits for the server first. */
    private static final int RETRIES = 10;

    private JdbcSinks() {}

    static <T> Sink<T> sink(ClickHouseTable<T> table, ClickHouseOptions options) {
        return JdbcSink.<T>builder()
                .withQueryStatement(insert(table), (statement, row) -> bind(table, statement, row))
                .withExecutionOptions(
                        JdbcExecutionOptions.builder()
                                .withBatchSize(options.batchRows())
                                .withBatchIntervalMs(options.flushInterval().toMillis())
                                .withMaxRetries(RETRIES)
                                .build())
                .buildAtLeastOnce(new WaitingConnectionProvider(table, options));
    }

    /** The driver's binary path takes no functions, one group of marks, and every column. */
    private static String insert(ClickHouseTable<?> table) {
        return "INSERT INTO %s (%s) VALUES (%s)"
                .formatted(
                        table.name(),
                        String.join(", ", table.columnNames()),
                        table.columnNames().stream()
                                .map(name -> "?")
                                .collect(Collectors.joining(", ")));
    }

    private static <T> void bind(ClickHouseTable<T> table, PreparedStatement statement, T row)
            throws SQLException {
        List<Column> columns = table.columns();
        for (int i = 0; i < columns.size(); i++) {
            statement.setObject(i + 1, columns.get(i).toJdbc(row));
        }
    }
}
