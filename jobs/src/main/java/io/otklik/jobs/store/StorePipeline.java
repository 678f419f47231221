package io.otklik.jobs.store;

import io.otklik.connectors.clickhouse.ClickHouseOptions;
import io.otklik.connectors.clickhouse.ClickHouseSinks;
import io.otklik.connectors.clickhouse.ClickHouseTable;
import io.otklik.schemas.DeadLetter;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

import java.util.List;

/** The topology of job {@code store}: each topic's records to its table. */
final class StorePipeline {

    private StorePipeline() {}

    /**
     * Stores rows, and what could not be read as dead letters.
     *
     * @param records what could not be read; its side outputs are the rows of the topics' records
     */
    static void define(
            SingleOutputStreamOperator<DeadLetter> records,
            List<StoredTopic<?>> stored,
            ClickHouseOptions clickHouse) {
        for (StoredTopic<?> one : stored) {
            String name = one.table().name();
            records.getSideOutput(one.rows().output())
                    .sinkTo(ClickHouseSinks.rows(one.table(), clickHouse))
                    .name("table " + name)
                    .uid("table-" + name);
        }
        records.sinkTo(ClickHouseSinks.sink(ClickHouseTable.DEAD_LETTER, clickHouse))
                .name("unreadable records")
                .uid("table-unreadable");
    }
}
