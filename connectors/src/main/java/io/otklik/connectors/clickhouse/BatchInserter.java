package io.otklik.connectors.clickhouse;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.ClientFaultCause;
import com.clickhouse.client.api.insert.InsertResponse;
import com.clickhouse.client.api.insert.InsertSettings;
import com.clickhouse.data.ClickHouseFormat;

import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** Sends a batch as one INSERT, again and again until it is in or cannot ever be. */
final class BatchInserter implements AutoCloseable {

    private final String table;
    private final List<String> columns;
    private final ClickHouseOptions options;
    private final Retry retry;
    private volatile Client client;

    BatchInserter(String table, List<String> columns, ClickHouseOptions options) {
        this.table = table;
        this.columns = columns;
        this.options = options;
        this.retry = new Retry("table " + table + " of ClickHouse at " + options.url());
    }

    /**
     * Returns when the server has the rows.
     *
     * @throws IOException if no repetition can help
     */
    void insert(RowBinaryBuffer rows, int count) throws IOException, InterruptedException {
        retry.run(() -> send(rows), "%d rows".formatted(count));
    }

    private void send(RowBinaryBuffer rows) throws Exception {
        if (client == null) {
            client = connect();
        }
        // The same batch after a lost answer: a replicated table drops it by its content.
        try (InsertResponse response =
                client.insert(
                                table,
                                columns,
                                rows::copyTo,
                                ClickHouseFormat.RowBinary,
                                new InsertSettings())
                        .get()) {
            response.getWrittenRows();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private Client connect() {
        return new Client.Builder()
                .addEndpoint(options.url())
                .setUsername(options.user())
                .setPassword(options.password().read())
                .setDefaultDatabase(options.database())
                .compressClientRequest(options.compress())
                .compressServerResponse(false)
                .setConnectTimeout(10, ChronoUnit.SECONDS)
                .setSocketTimeout(300, ChronoUnit.SECONDS)
                // Repetition is decided in one place only.
                .setMaxRetries(0)
                .retryOnFailures(ClientFaultCause.None)
                .setClientName("otklik")
                // We batch ourselves: an answer must mean that the rows are in the table.
                .serverSetting("async_insert", "0")
                // Versions of a row meet in merges, and until then in FINAL: to let them meet in
                // each
                // batch too would cost a third of the insert.
                .serverSetting("optimize_on_insert", "0")
                // A replay of years makes many monthly partitions in one batch.
                .serverSetting("max_partitions_per_insert_block", "0")
                .build();
    }

    @Override
    public void close() {
        if (client != null) {
            client.close();
        }
    }
}
