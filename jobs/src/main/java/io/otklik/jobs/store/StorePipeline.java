package io.otklik.jobs.store;

import io.otklik.connectors.kafka.Parsed;
import io.otklik.connectors.kafka.SplitParsed;
import io.otklik.schemas.DeadLetter;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** The topology of job {@code store}: one way from a topic to a table. */
public final class StorePipeline {

    private StorePipeline() {}

    /**
     * Stores one topic's records.
     *
     * @param name of topic and table in uids; never changed, or a savepoint no longer fits
     * @return what could not be read
     */
    public static <T> DataStream<DeadLetter> define(
            DataStream<Parsed<T>> records, Class<T> type, Sink<T> table, String name) {
        SingleOutputStreamOperator<T> read =
                records.process(new SplitParsed<>(type)).name("split " + name).uid("split-" + name);
        read.sinkTo(table).name("table " + name).uid("table-" + name);
        return read.getSideOutput(SplitParsed.DEAD_LETTERS);
    }
}
