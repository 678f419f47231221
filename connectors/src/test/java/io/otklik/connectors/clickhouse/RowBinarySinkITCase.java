package io.otklik.connectors.clickhouse;

import io.otklik.connectors.Samples;
import org.apache.flink.core.execution.JobClient;
import org.junit.jupiter.api.Test;

import java.time.Duration;

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

    @Test
    void tableThatIsNotMigratedYetIsWaitedFor() throws Exception {
        database().query("RENAME TABLE {db}.message TO {db}.message_away");
        JobClient job = start(options().withBatch(50, Duration.ofMillis(50)), 0);
        Thread.sleep(1_000);
        database().query("RENAME TABLE {db}.message_away TO {db}.message");

        await(() -> count() > 10);

        cancel(job);
    }
}
