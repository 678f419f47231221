package io.otklik.connectors.clickhouse;

import com.clickhouse.jdbc.Driver;
import org.apache.flink.connector.jdbc.datasource.connections.JdbcConnectionProvider;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * Connections that wait for a server that is down. Without it a JDBC sink fails as soon as it
 * cannot reconnect, and its job restarts.
 */
final class WaitingConnectionProvider implements JdbcConnectionProvider {
    private static final long serialVersionUID = 1L;

    private static final int VALID_SECONDS = 5;

    private final ClickHouseTable<?> table;
    private final ClickHouseOptions options;
    private transient Connection connection;

    WaitingConnectionProvider(ClickHouseTable<?> table, ClickHouseOptions options) {
        this.table = table;
        this.options = options;
    }

    @Override
    public Connection getConnection() {
        return connection;
    }

    @Override
    public boolean isConnectionValid() throws SQLException {
        return connection != null && connection.isValid(VALID_SECONDS);
    }

    @Override
    public Connection getOrEstablishConnection() throws SQLException {
        if (connection == null) {
            try {
                new Retry("ClickHouse at " + options.url())
                        .run(() -> connection = connect(), "a connection");
            } catch (IOException e) {
                throw new SQLException(e.getMessage(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SQLException("Cancelled while waiting for ClickHouse.", e);
            }
            requireColumns();
        }
        return connection;
    }

    /**
     * The driver's binary path sends values without their columns' names: against a table with
     * other columns it stores values in wrong places, and says nothing.
     */
    private void requireColumns() throws SQLException {
        List<String> found = new ArrayList<>();
        String sql =
                "SELECT name FROM system.columns WHERE database = '%s' AND table = '%s'"
                        + " AND default_kind = '' ORDER BY position";
        try (Statement statement = connection.createStatement();
                ResultSet columns =
                        statement.executeQuery(sql.formatted(options.database(), table.name()))) {
            while (columns.next()) {
                found.add(columns.getString(1));
            }
        }
        if (!found.equals(table.columnNames())) {
            throw new SQLException(
                    "Table %s.%s has the columns %s where this version needs %s; run the migrations."
                            .formatted(
                                    options.database(), table.name(), found, table.columnNames()));
        }
    }

    @Override
    public Connection reestablishConnection() throws SQLException {
        closeConnection();
        return getOrEstablishConnection();
    }

    @Override
    public void closeConnection() {
        if (connection == null) {
            return;
        }
        try {
            connection.close();
        } catch (SQLException e) {
            // It is given up in any case.
            connection = null;
        }
        connection = null;
    }

    @Override
    public void close() {
        closeConnection();
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", options.user());
        properties.setProperty("password", options.password().read());
        properties.setProperty("beta.row_binary_for_simple_insert", "true");
        properties.setProperty("clickhouse_setting_async_insert", "0");
        properties.setProperty("clickhouse_setting_max_partitions_per_insert_block", "0");
        properties.setProperty("retry", "0");
        properties.setProperty("compress", Boolean.toString(options.compress()));
        Connection made = new Driver().connect(options.jdbcUrl(), properties);
        if (!made.isValid(VALID_SECONDS)) {
            made.close();
            throw new SQLException("The server does not answer.");
        }
        return made;
    }
}
