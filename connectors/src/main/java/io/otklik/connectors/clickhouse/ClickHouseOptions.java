package io.otklik.connectors.clickhouse;

import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;

/**
 * How rows reach ClickHouse.
 *
 * @param url {@code http://host:8123}
 * @param batchRows rows after which a batch is sent
 * @param batchBytes bytes after which a batch is sent, so that long texts do not fill the memory
 * @param flushInterval after which a batch is sent however small; a checkpoint sends it too
 * @param compress LZ4 on the way; saves network, costs processor
 * @param client which implementation writes
 */
public record ClickHouseOptions(
        String url,
        String database,
        String user,
        Secret password,
        int batchRows,
        int batchBytes,
        Duration flushInterval,
        boolean compress,
        Client client)
        implements Serializable {

    /** Environment variable of the password; with {@code _FILE} behind it, of its file. */
    public static final String PASSWORD_VARIABLE = "OTKLIK_CLICKHOUSE_PASSWORD";

    /** The implementations. Both pass one contract test. */
    public enum Client {
        /** Own writer: encodes rows as they come, sends one batch while it fills the next. */
        ROW_BINARY,
        /** flink-connector-jdbc: keeps rows as objects, binds and sends them in the task thread. */
        JDBC
    }

    public ClickHouseOptions {
        if (url == null || !url.matches("https?://[^/?#\\s]+/?")) {
            throw new IllegalArgumentException(
                    "Give ClickHouse's address as http://host:port, not " + url + ".");
        }
        if (database == null || !database.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            throw new IllegalArgumentException(
                    "A database's name is made of letters, digits and '_', not " + database + ".");
        }
        if (batchRows < 1 || batchBytes < 1 || flushInterval.toMillis() < 1) {
            throw new IllegalArgumentException(
                    "A batch's rows, bytes and interval must be above zero.");
        }
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
        Objects.requireNonNull(client, "client");
        url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /** 20,000 rows, 16 MiB or a second; password from the environment; no compression. */
    public static ClickHouseOptions of(String url, String database, String user) {
        return new ClickHouseOptions(
                url,
                database,
                user,
                Secret.environment(PASSWORD_VARIABLE),
                20_000,
                16 << 20,
                Duration.ofSeconds(1),
                false,
                Client.ROW_BINARY);
    }

    public ClickHouseOptions withPassword(Secret other) {
        return new ClickHouseOptions(
                url, database, user, other, batchRows, batchBytes, flushInterval, compress, client);
    }

    public ClickHouseOptions withBatch(int rows, Duration interval) {
        return new ClickHouseOptions(
                url, database, user, password, rows, batchBytes, interval, compress, client);
    }

    public ClickHouseOptions withCompression() {
        return new ClickHouseOptions(
                url, database, user, password, batchRows, batchBytes, flushInterval, true, client);
    }

    public ClickHouseOptions withClient(Client other) {
        return new ClickHouseOptions(
                url,
                database,
                user,
                password,
                batchRows,
                batchBytes,
                flushInterval,
                compress,
                other);
    }

    /** The same address in the driver's form. */
    String jdbcUrl() {
        return "jdbc:clickhouse:" + url + '/' + database;
    }
}
