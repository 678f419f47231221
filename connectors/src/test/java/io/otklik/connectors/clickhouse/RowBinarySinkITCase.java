package io.otklik.connectors.clickhouse;

import io.otklik.connectors.Samples;
import io.otklik.schemas.JsonCodec;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.function.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import static org.assertj.core.api.Assertions.assertThat;

/** The contract, for the own writer, and what only it can do. */
class RowBinarySinkITCase extends ClickHouseSinkContract {

    @Override
    ClickHouseOptions.Client client() {
        return ClickHouseOptions.Client.ROW_BINARY;
    }

    @Test
    void compressedRowsArriveToo() throws Exception {
        store(
                new Table<>(ClickHouseTable.MESSAGE, Samples.messages()),
                options().withCompression());

        assertThat(Rows.in(database(), ClickHouseTable.MESSAGE))
                .containsExactlyInAnyOrderElementsOf(
                        Rows.of(ClickHouseTable.MESSAGE, Samples.messages()));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void rowsMadeOfJsonArriveAsTheRecordsWould(Table<?> table) throws Exception {
        storeRows(table);

        assertThat(Rows.in(database(), table.table()))
                .containsExactlyInAnyOrderElementsOf(Rows.of(table.table(), table.records()));
    }

    private <T> void storeRows(Table<T> table) throws Exception {
        JsonCodec<T> codec = JsonCodec.of(table.table().type());
        JsonRows<T> rows = JsonRows.of(table.table());
        List<byte[]> made = new ArrayList<>();
        for (T record : table.records()) {
            made.add(rows.row(codec.encode(record)));
        }
        StreamExecutionEnvironment env = environment(0);
        env.fromData(made, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO)
                .sinkTo(ClickHouseSinks.rows(table.table(), options()));
        env.execute();
    }

    @ParameterizedTest
    @CsvSource({
        "RENAME TABLE {db}.dead_letter TO {db}.away, RENAME TABLE {db}.away TO {db}.dead_letter",
        "ALTER TABLE {db}.dead_letter RENAME COLUMN detail TO away,"
                + " ALTER TABLE {db}.dead_letter RENAME COLUMN away TO detail"
    })
    void whatIsNotMigratedYetIsWaitedFor(String away, String back) throws Exception {
        TestDatabase old = new TestDatabase(CLICKHOUSE);
        old.query(away);
        Table<?> letters = new Table<>(ClickHouseTable.DEAD_LETTER, Samples.deadLetters());

        CompletableFuture<Void> stored =
                CompletableFuture.runAsync(
                        ThrowingRunnable.unchecked(
                                () -> store(letters, old.options().withClient(client()))));
        Thread.sleep(2_000);
        assertThat(stored).isNotDone();
        old.query(back);

        assertThat(stored).succeedsWithin(Duration.ofMinutes(1));
        assertThat(Rows.in(old, letters.table()))
                .containsExactlyInAnyOrderElementsOf(Rows.of(letters.table(), letters.records()));
    }
}
