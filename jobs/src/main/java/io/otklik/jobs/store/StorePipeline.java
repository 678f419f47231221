package io.otklik.jobs.store;

import io.otklik.connectors.clickhouse.ClickHouseOptions;
import io.otklik.connectors.clickhouse.ClickHouseSinks;
import io.otklik.connectors.clickhouse.ClickHouseTable;
import io.otklik.connectors.kafka.SplitTopics;
import io.otklik.schemas.DeadLetter;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

import java.util.List;

/** The topology of job {@code store}: each topic's records to its table. */
final class StorePipeline {

    private StorePipeline() {}

    /**
     * Stores records, and what could not be read as dead letters.
     *
     * @param records what could not be read; its side outputs are the topics' records
     */
    static void define(
            SingleOutputStreamOperator<DeadLetter> records,
            List<StoredTopic<?>> stored,
            ClickHouseOptions clickHouse) {
        for (StoredTopic<?> one : stored) {
            store(records, one, clickHouse);
        }
        records.sinkTo(ClickHouseSinks.sink(ClickHouseTable.DEAD_LETTER, clickHouse))
                .name("unreadable records")
                .uid("table-unreadable");
    }

    private static <T> void store(
            SingleOutputStreamOperator<DeadLetter> records,
            StoredTopic<T> stored,
            ClickHouseOptions clickHouse) {
        String name = stored.table().name();
        records.getSideOutput(SplitTopics.of(stored.topic()))
                .sinkTo(ClickHouseSinks.sink(stored.table(), clickHouse))
                .name("table " + name)
                .uid("table-" + name);
    }
}
