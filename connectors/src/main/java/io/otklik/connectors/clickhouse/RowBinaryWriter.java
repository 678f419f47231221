package io.otklik.connectors.clickhouse;

import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.metrics.groups.SinkWriterMetricGroup;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Encodes rows as they come and sends them in batches: when a batch is full, when it is old, and
 * before a checkpoint. One batch is on its way while the next one fills; a third must wait, which
 * holds back the job.
 *
 * <p>Closing sends nothing: what came after the last checkpoint comes again.
 */
final class RowBinaryWriter<T> implements SinkWriter<T> {

    private final RowEncoder<T> encoder;
    private final ClickHouseOptions options;
    private final BatchInserter inserter;
    private final SinkWriterMetricGroup metrics;
    private final ProcessingTimeService clock;
    private final ExecutorService sender;

    private RowBinaryBuffer filling = new RowBinaryBuffer();
    private RowBinaryBuffer spare = new RowBinaryBuffer();
    private int rows;
    private Future<Void> sending;

    RowBinaryWriter(
            String table,
            RowEncoder<T> encoder,
            ClickHouseOptions options,
            BatchInserter inserter,
            SinkWriterMetricGroup metrics,
            ProcessingTimeService clock) {
        this.encoder = encoder;
        this.options = options;
        this.inserter = inserter;
        this.metrics = metrics;
        this.clock = clock;
        this.sender =
                Executors.newSingleThreadExecutor(
                        task -> {
                            Thread thread = new Thread(task, "clickhouse-" + table);
                            thread.setDaemon(true);
                            return thread;
                        });
    }

    /** Starts the timer that sends old batches. */
    void start() {
        clock.registerTimer(
                clock.getCurrentProcessingTime() + options.flushInterval().toMillis(),
                time -> {
                    if (sending == null || sending.isDone()) {
                        send();
                    }
                    start();
                });
    }

    @Override
    public void write(T row, Context context) throws IOException, InterruptedException {
        encoder.write(row, filling);
        rows++;
        if (rows >= options.batchRows() || filling.length() >= options.batchBytes()) {
            send();
        }
    }

    @Override
    public void flush(boolean endOfInput) throws IOException, InterruptedException {
        send();
        await();
    }

    @Override
    public void close() {
        sender.shutdownNow();
        inserter.close();
    }

    private void send() throws IOException, InterruptedException {
        await();
        if (rows == 0) {
            return;
        }
        RowBinaryBuffer batch = filling;
        int count = rows;
        filling = spare;
        filling.truncate(0);
        spare = batch;
        rows = 0;
        sending =
                sender.submit(
                        () -> {
                            inserter.insert(batch, count);
                            metrics.getNumRecordsSendCounter().inc(count);
                            metrics.getNumBytesSendCounter().inc(batch.length());
                            return null;
                        });
    }

    private void await() throws IOException, InterruptedException {
        if (sending == null) {
            return;
        }
        try {
            sending.get();
        } catch (ExecutionException e) {
            metrics.getNumRecordsSendErrorsCounter().inc();
            throw new IOException(e.getCause().getMessage(), e.getCause());
        }
        sending = null;
    }
}
