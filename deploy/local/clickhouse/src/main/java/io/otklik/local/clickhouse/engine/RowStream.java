package io.otklik.local.clickhouse.engine;

import com.sun.jna.Pointer;

/**
 * A running SELECT, read block by block. The engine formats every block as a document of its own,
 * so a format with a header repeats it in each (see {@code StreamableFormats}). Closing it early
 * cancels the query.
 */
public final class RowStream implements AutoCloseable {

    private final Chdb chdb;
    private final Pointer connection;
    private final Pointer stream;
    private boolean ended;

    private RowStream(Chdb chdb, Pointer connection, Pointer stream) {
        this.chdb = chdb;
        this.connection = connection;
        this.stream = stream;
    }

    static RowStream of(Chdb chdb, Pointer connection, Pointer stream) throws EngineException {
        String error = chdb.chdb_result_error(stream);
        if (error != null) {
            chdb.chdb_destroy_query_result(stream);
            throw EngineException.of(error);
        }
        return new RowStream(chdb, connection, stream);
    }

    /** The next block, or null after the last. */
    public QueryResult next() throws EngineException {
        if (ended) {
            return null;
        }
        QueryResult block;
        try {
            block = QueryResult.of(chdb, chdb.chdb_stream_fetch_result(connection, stream));
        } catch (EngineException e) {
            ended = true;
            throw e;
        }
        if (block.length() == 0) {
            ended = true;
            block.close();
            return null;
        }
        return block;
    }

    @Override
    public void close() {
        if (!ended) {
            chdb.chdb_stream_cancel_query(connection, stream);
        }
        chdb.chdb_destroy_query_result(stream);
    }
}
