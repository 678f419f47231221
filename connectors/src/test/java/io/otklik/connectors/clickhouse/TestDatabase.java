package io.otklik.connectors.clickhouse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.otklik.local.clickhouse.testkit.ClickHouseExtension;
import io.otklik.schemas.Json;
import io.otklik.schemas.migration.MigrationSettings;
import io.otklik.schemas.migration.Migrations;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A database of its own with every table, in the real engine. */
public final class TestDatabase {

    private static Pattern pattern;

    private final ClickHouseExtension server;
    private final String name;

    public TestDatabase(ClickHouseExtension server) {
        this.server = server;
        this.name = server.newDatabase();
        fill(server, name);
    }

    /** Migrates the first database of a JVM; the others are copies of it as it was then. */
    private static synchronized void fill(ClickHouseExtension server, String name) {
        if (pattern == null) {
            Migrations.run(server.jdbcUrl(name), "default", "", MigrationSettings.singleServer());
            pattern = Pattern.of(server, name);
        } else {
            pattern.copyTo(server, name);
        }
    }

    /** What a migrated database holds. Its tables copied take a fifth of the migrations' time. */
    private record Pattern(String name, List<String> definitions) {

        private static final String HISTORY = "flyway_schema_history";

        static Pattern of(ClickHouseExtension server, String name) {
            // A view names its columns: it may stand before the views that it reads.
            String definitions =
                    server.query(
                            """
                            SELECT create_table_query FROM system.tables WHERE database = '%s'
                            ORDER BY engine LIKE '%%View', name FORMAT JSONCompactColumns
                            """
                                    .formatted(name));
            try {
                List<String> statements = new ArrayList<>();
                for (JsonNode statement : Json.MAPPER.readTree(definitions).path(0)) {
                    statements.add(statement.textValue());
                }
                return new Pattern(name, statements);
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }

        void copyTo(ClickHouseExtension server, String copy) {
            for (String definition : definitions) {
                server.query(definition.replace(name + ".", copy + "."));
            }
            server.query(
                    "INSERT INTO %s.%s SELECT * FROM %s.%s"
                            .formatted(copy, HISTORY, name, HISTORY));
        }
    }

    public String name() {
        return name;
    }

    ClickHouseOptions options() {
        return ClickHouseOptions.of(server.httpUrl(), name, "default").withPassword(() -> "");
    }

    /** Runs a query in it, with {@code {db}} for its name; TabSeparated. */
    public String query(String sql) {
        return server.query(name, sql.replace("{db}", name));
    }
}
