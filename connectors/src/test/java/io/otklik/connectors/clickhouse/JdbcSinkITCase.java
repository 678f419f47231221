package io.otklik.connectors.clickhouse;

import io.otklik.connectors.Samples;
import org.apache.flink.util.ExceptionUtils;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The contract, for flink-connector-jdbc. */
class JdbcSinkITCase extends ClickHouseSinkContract {

    @Override
    ClickHouseOptions.Client client() {
        return ClickHouseOptions.Client.JDBC;
    }

    @Test
    void tableThatLacksAColumnEndsTheJobWithASentence() {
        TestDatabase old = new TestDatabase(CLICKHOUSE);
        old.query("ALTER TABLE {db}.dead_letter DROP COLUMN detail");

        assertThatThrownBy(
                        () ->
                                store(
                                        new Table<>(
                                                ClickHouseTable.DEAD_LETTER, Samples.deadLetters()),
                                        old.options().withClient(client())))
                .satisfies(
                        e ->
                                assertThat(ExceptionUtils.stringifyException(e))
                                        .containsAnyOf("detail", "columns"));
    }
}
