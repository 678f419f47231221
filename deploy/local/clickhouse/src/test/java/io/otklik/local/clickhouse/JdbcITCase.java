package io.otklik.local.clickhouse;

import io.otklik.local.clickhouse.testkit.ClickHouseExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The driver that the jobs and Flyway use, against the real engine. */
class JdbcITCase {

    @RegisterExtension static final ClickHouseExtension CLICKHOUSE = new ClickHouseExtension();

    private static final String TEXT = "Яма у д. 5, «ждём» \t\n'\\ \u0000 \uD83D\uDE21";

    private String database;

    @BeforeEach
    void createDatabase() {
        database = CLICKHOUSE.newDatabase();
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, true",
        "true, false, false",
        "false, true, false",
        "false, false, true"
    })
    void insertsAndReadsBack(boolean rowBinary, boolean compressAnswer, boolean compressRequest)
            throws SQLException {
        Instant at = Instant.parse("2026-03-01T10:15:30.123Z");
        try (Connection connection = connect(rowBinary, compressAnswer, compressRequest);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE message (id UInt64, text String, at DateTime64(3, 'UTC'),"
                            + " note Nullable(String)) ENGINE = MergeTree ORDER BY id");
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO message VALUES (?, ?, ?, ?)")) {
                for (int i = 0; i < 5_000; i++) {
                    insert.setLong(1, i);
                    insert.setString(2, TEXT + i);
                    insert.setObject(3, at.plusMillis(i));
                    insert.setString(4, i % 2 == 0 ? null : "note");
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            try (ResultSet rows =
                    statement.executeQuery(
                            "SELECT id, text, at, note, count() OVER () AS total FROM message"
                                    + " ORDER BY id LIMIT 2")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getLong("total")).isEqualTo(5_000);
                assertThat(rows.getString("text")).isEqualTo(TEXT + "0");
                assertThat(rows.getString("note")).isNull();
                assertThat(rows.next()).isTrue();
                assertThat(rows.getObject("at", OffsetDateTime.class).toInstant())
                        .isEqualTo(at.plusMillis(1));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void errorsCarryTheServersCode(boolean compress) throws SQLException {
        try (Connection connection = connect(true, compress, compress);
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeQuery("SELECT * FROM nowhere"))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getErrorCode()).isEqualTo(60))
                    .hasMessageContaining("UNKNOWN_TABLE");
        }
    }

    @Test
    void readsManyRows() throws SQLException {
        try (Connection connection = connect(true, true, true);
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "SELECT number, repeat('ж', 20) FROM numbers(300000)")) {
            long sum = 0;
            while (rows.next()) {
                sum += rows.getLong(1);
            }
            assertThat(sum).isEqualTo(299_999L * 300_000 / 2);
        }
    }

    @Test
    void usesTheDatabaseOfTheUrl() throws SQLException {
        try (Connection connection = connect(true, true, true);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT currentDatabase()")) {
            rows.next();
            assertThat(rows.getString(1)).isEqualTo(database);
        }
    }

    private Connection connect(boolean rowBinary, boolean compressAnswer, boolean compressRequest)
            throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("beta.row_binary_for_simple_insert", String.valueOf(rowBinary));
        properties.setProperty("compress", String.valueOf(compressAnswer));
        properties.setProperty("decompress", String.valueOf(compressRequest));
        properties.setProperty("clickhouse_setting_async_insert", "0");
        properties.setProperty("retry", "0");
        return DriverManager.getConnection(CLICKHOUSE.jdbcUrl(database), properties);
    }
}
