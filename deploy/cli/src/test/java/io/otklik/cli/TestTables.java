package io.otklik.cli;

import io.otklik.local.clickhouse.testkit.ClickHouseExtension;

import java.util.Arrays;

import static org.assertj.core.api.Assertions.assertThat;

/** A database of its own that the command made, for commands that read and write tables. */
record TestTables(ClickHouseExtension server, String database) {

    /** Makes the tables by {@code otklik migrate}. */
    static TestTables migrated(ClickHouseExtension server, String database) {
        TestTables tables = new TestTables(server, database);
        assertThat(tables.run("migrate").code()).isZero();
        return tables;
    }

    /** Runs the command on them. */
    Run run(String... words) {
        String[] all = Arrays.copyOf(words, words.length + 4);
        all[words.length] = "--clickhouse-url";
        all[words.length + 1] = server.httpUrl();
        all[words.length + 2] = "--database";
        all[words.length + 3] = database;
        return Run.of(all);
    }

    /** Runs a statement; TabSeparated, without the last line break. */
    String query(String sql) {
        return server.query(database, sql);
    }

    /**
     * @param target a table and, in brackets, its columns that are given
     */
    void insert(String target, String... rows) {
        query("INSERT INTO " + target + " VALUES " + String.join(", ", rows));
    }
}
