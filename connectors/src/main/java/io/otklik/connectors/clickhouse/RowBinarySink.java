package io.otklik.connectors.clickhouse;

import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** The sink over ClickHouse's own client. It has no state: a checkpoint waits for its rows. */
final class RowBinarySink<T> implements Sink<T> {
    private static final long serialVersionUID = 1L;

    private final ClickHouseTable<?> table;
    private final RowEncoder<T> encoder;
    private final ClickHouseOptions options;

    RowBinarySink(ClickHouseTable<?> table, RowEncoder<T> encoder, ClickHouseOptions options) {
        this.table = table;
        this.encoder = encoder;
        this.options = options;
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
        RowBinaryWriter<T> writer =
                new RowBinaryWriter<>(
                        table.name(),
                        encoder,
                        options,
                        new BatchInserter(table.name(), table.columnNames(), options),
                        context.metricGroup(),
                        context.getProcessingTimeService());
        writer.start();
        return writer;
    }
}
