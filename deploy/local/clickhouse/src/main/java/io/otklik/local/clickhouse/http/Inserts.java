package io.otklik.local.clickhouse.http;

import io.otklik.local.clickhouse.engine.EngineConnection;
import io.otklik.local.clickhouse.engine.EngineException;
import io.otklik.local.clickhouse.engine.InsertStream;
import io.otklik.local.clickhouse.engine.QueryStats;
import io.otklik.local.clickhouse.query.Statement;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Carries the data of an INSERT from the request to the engine, piece by piece. A client that stops
 * in the middle cancels the insert: what is not yet a whole block is dropped.
 */
final class Inserts {

    private static final int PIECE = 256 * 1024;

    private Inserts() {}

    static void run(
            EngineConnection connection,
            Statement statement,
            byte[] head,
            InputStream in,
            QueryResponse response)
            throws EngineException, IOException {
        QueryStats stats;
        try (InsertStream insert = connection.insert(statement.head(), statement.format())) {
            byte[] piece =
                    Arrays.copyOfRange(
                            head, Math.min(statement.dataAt(), head.length), head.length);
            boolean open = insert.append(piece, piece.length);
            byte[] buffer = new byte[PIECE];
            while (open) {
                int read = in.readNBytes(buffer, 0, buffer.length);
                if (read == 0) {
                    break;
                }
                open = insert.append(buffer, read);
            }
            stats = insert.finish();
        }
        response.start(statement.format(), readAsWritten(stats));
        response.finish();
    }

    /** A server counts the rows it was sent as read, too. */
    private static QueryStats readAsWritten(QueryStats stats) {
        return new QueryStats(
                stats.writtenRows(),
                stats.writtenBytes(),
                stats.writtenRows(),
                stats.writtenBytes(),
                stats.writtenRows(),
                stats.elapsedNanos());
    }
}
