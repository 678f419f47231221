package io.otklik.cli;

import io.otklik.local.clickhouse.testkit.ClickHouseExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

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
        assertThat(run.err()).contains("UNKNOWN_TABLE");
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
