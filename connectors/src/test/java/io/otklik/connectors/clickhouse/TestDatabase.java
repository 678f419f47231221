package io.otklik.connectors.clickhouse;

import io.otklik.local.clickhouse.testkit.ClickHouseExtension;
import io.otklik.schemas.migration.MigrationSettings;
import io.otklik.schemas.migration.Migrations;

/** A database of its own with every table, in the real engine. */
public final class TestDatabase {

    private final ClickHouseExtension server;
    private final String name;

    public TestDatabase(ClickHouseExtension server) {
        this.server = server;
        this.name = server.newDatabase();
        Migrations.run(server.jdbcUrl(name), "default", "", MigrationSettings.singleServer());
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
