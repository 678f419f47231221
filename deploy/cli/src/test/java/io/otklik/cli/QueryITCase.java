package io.otklik.cli;

import io.otklik.local.clickhouse.testkit.ClickHouseExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class QueryITCase {

    @RegisterExtension static final ClickHouseExtension CLICKHOUSE = new ClickHouseExtension();

    @Test
    void migrateMakesTheTablesThatQueryReads() {
        String url = CLICKHOUSE.httpUrl();

        Run first = Run.of("migrate", "--clickhouse-url", url, "--database", "from_cli");
        assertThat(first.err()).isEmpty();
        assertThat(first.out()).matches("Database from_cli: \\d+ migrations run\\.\n");
        assertThat(Run.of("migrate", "--clickhouse-url", url, "--database", "from_cli").out())
                .isEqualTo("Database from_cli is up to date.\n");

        Run count =
                Run.of(
                        "query",
                        "--clickhouse-url",
                        url,
                        "--database",
                        "from_cli",
                        "--format",
                        "TSV",
                        "SELECT count(), 'да' FROM v_appeal");
        assertThat(count.out()).isEqualTo("0\tда\n");
        assertThat(count.code()).isZero();
    }

    @Test
    void aQueryOnlyReadsUnlessItIsToldToWrite() {
        String url = CLICKHOUSE.httpUrl();
        CLICKHOUSE.query("default", "CREATE TABLE kept (a Int32) ENGINE = MergeTree ORDER BY a");
        CLICKHOUSE.query("default", "INSERT INTO kept VALUES (1)");
        for (String statement :
                List.of(
                        "CREATE TABLE written (a Int32) ENGINE = MergeTree ORDER BY a",
                        "ALTER TABLE kept DELETE WHERE a = 1",
                        "SET readonly = 0",
                        "INSERT INTO kept VALUES (2)",
                        "DROP TABLE kept")) {
            Run refused =
                    Run.of("query", "--clickhouse-url", url, "--database", "default", statement);
            assertThat(refused.code()).as(statement).isEqualTo(1);
            assertThat(refused.err()).contains("Code: 164").contains("give --write");
        }
        assertThat(
                        Run.of(
                                        "query",
                                        "--clickhouse-url",
                                        url,
                                        "--database",
                                        "default",
                                        "SELECT 1 AS one SETTINGS max_threads = 1 FORMAT JSONEachRow")
                                .out())
                .isEqualTo("{\"one\":1}\n");
        for (String statement :
                List.of(
                        "CREATE TABLE written (a Int32) ENGINE = MergeTree ORDER BY a",
                        "INSERT INTO written VALUES (7)")) {
            assertThat(
                            Run.of(
                                            "query",
                                            "--clickhouse-url",
                                            url,
                                            "--database",
                                            "default",
                                            "--write",
                                            statement)
                                    .err())
                    .isEmpty();
        }
        assertThat(
                        CLICKHOUSE.query(
                                "default", "SELECT (SELECT sum(a) FROM written), sum(a) FROM kept"))
                .isEqualTo("7\t1");
    }

    @Test
    void aSyntaxErrorDoesNotTellTheWholeGrammar() {
        Run run =
                Run.of(
                        "query",
                        "--clickhouse-url",
                        CLICKHOUSE.httpUrl(),
                        "--database",
                        "default",
                        "SELEC 1");

        assertThat(run.err())
                .contains("Syntax error")
                .contains("SYNTAX_ERROR")
                .doesNotContain("Expected one of")
                .hasSizeLessThan(300);
    }

    @Test
    void whatClickHouseRefusesIsSaidInItsWords() {
        Run run =
                Run.of(
                        "query",
                        "--clickhouse-url",
                        CLICKHOUSE.httpUrl(),
                        "--database",
                        "default",
                        "SELECT nothing FROM nowhere");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("UNKNOWN_TABLE").contains("SHOW TABLES");
        assertThat(
                        Run.of(
                                        "query",
                                        "--clickhouse-url",
                                        CLICKHOUSE.httpUrl(),
                                        "--database",
                                        "nowhere",
                                        "SELECT 1")
                                .err())
                .contains("UNKNOWN_DATABASE")
                .contains("otklik migrate");
    }

    @Test
    void whereNothingAnswersTheSentenceNamesTheOption() {
        Run run = Run.of("query", "--clickhouse-url", "http://127.0.0.1:1", "SELECT 1");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("No ClickHouse answers on http://127.0.0.1:1")
                .endsWith("or give another address by --clickhouse-url.\n");
    }
}
