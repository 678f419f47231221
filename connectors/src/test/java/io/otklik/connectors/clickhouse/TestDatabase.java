package io.otklik.connectors.clickhouse;

import io.otklik.local.clickhouse.testkit.ClickHouseExtension;
import io.otklik.schemas.migration.MigrationSettings;
import io.otklik.schemas.migration.Migrations;

/** A database of its own with every table, in the real engine. */
final class TestDatabase {

    private final ClickHouseExtension server;
    private final String name;

    TestDatabase(ClickHouseExtension server) {
        this.server = server;
        this.name = server.newDatabase();
        Migrations.run(server.jdbcUrl(name), "default", "", MigrationSettings.singleServer());
    }

    String name() {
        return name;
    }

    ClickHouseOptions options() {
        return ClickHouseOptions.of(server.httpUrl(), name, "default").withPassword(() -> "");
    }

    /** Runs a query with {@code {db}} for the database; TabSeparated. */
    String query(String sql) {
        return server.query(sql.replace("{db}", name));
    }
}
