package io.otklik.local.clickhouse.engine;

import com.sun.jna.Pointer;

import java.nio.charset.StandardCharsets;

/**
 * One connection to the engine: its own database, settings and query parameters, one statement at a
 * time. It lives as long as one request (opening takes under a millisecond), so nothing of a
 * request can reach the next one.
 */
public final class EngineConnection implements AutoCloseable {

    private static final byte[] ANY_FORMAT = "TabSeparated".getBytes(StandardCharsets.US_ASCII);

    private final Chdb chdb;
    private final Pointer pointer;
    private final Pointer connection;
    private final Runnable onClose;

    EngineConnection(Chdb chdb, Pointer pointer, Runnable onClose) {
        this.chdb = chdb;
        this.pointer = pointer;
        this.connection = pointer.getPointer(0);
        this.onClose = onClose;
    }

    /** Runs a statement to its end; the output stays in the engine's memory. */
    public QueryResult query(byte[] sql, String format) throws EngineException {
        byte[] formatName = format.getBytes(StandardCharsets.UTF_8);
        return QueryResult.of(
                chdb,
                chdb.chdb_query_n(connection, sql, sql.length, formatName, formatName.length));
    }

    /** Runs a statement that gives no output. */
    public void execute(String sql) throws EngineException {
        byte[] bytes = sql.getBytes(StandardCharsets.UTF_8);
        QueryResult.of(
                        chdb,
                        chdb.chdb_query_n(
                                connection, bytes, bytes.length, ANY_FORMAT, ANY_FORMAT.length))
                .close();
    }

    /** Starts a SELECT. */
    public RowStream stream(byte[] sql, String format) throws EngineException {
        byte[] formatName = format.getBytes(StandardCharsets.UTF_8);
        return RowStream.of(
                chdb,
                connection,
                chdb.chdb_stream_query_n(
                        connection, sql, sql.length, formatName, formatName.length));
    }

    /** Starts an INSERT; the statement ends before {@code FORMAT} or {@code VALUES}. */
    public InsertStream insert(byte[] sql, String format) throws EngineException {
        byte[] formatName = format.getBytes(StandardCharsets.UTF_8);
        return InsertStream.of(
                chdb,
                chdb.chdb_stream_insert_n(
                        connection, sql, sql.length, formatName, formatName.length));
    }

    @Override
    public void close() {
        try {
            chdb.chdb_close_conn(pointer);
        } finally {
            onClose.run();
        }
    }
}
