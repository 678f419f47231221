package io.otklik.local.clickhouse.engine;

import com.sun.jna.Pointer;

/**
 * A running INSERT whose data comes in pieces. Closing it without {@link #finish()} cancels it: the
 * rows that did not yet fill a block are dropped.
 */
public final class InsertStream implements AutoCloseable {

    private final Chdb chdb;
    private final Pointer stream;
    private boolean finished;

    private InsertStream(Chdb chdb, Pointer stream) {
        this.chdb = chdb;
        this.stream = stream;
    }

    static InsertStream of(Chdb chdb, Pointer stream) throws EngineException {
        String error = chdb.chdb_stream_insert_error(stream);
        if (error != null) {
            chdb.chdb_destroy_insert_stream(stream);
            throw EngineException.of(error);
        }
        return new InsertStream(chdb, stream);
    }

    /**
     * Hands bytes to the engine, waiting while it is behind.
     *
     * @return false if the engine takes no more; {@link #finish()} then says why
     */
    public boolean append(byte[] data, int length) {
        return length == 0 || chdb.chdb_stream_append(stream, data, length) == 0;
    }

    /** Ends the input and waits until the rows are stored. */
    public QueryStats finish() throws EngineException {
        finished = true;
        try (QueryResult result = QueryResult.of(chdb, chdb.chdb_stream_done(stream))) {
            return result.stats();
        }
    }

    @Override
    public void close() {
        if (!finished) {
            chdb.chdb_stream_cancel_insert(stream);
        }
        chdb.chdb_destroy_insert_stream(stream);
    }
}
