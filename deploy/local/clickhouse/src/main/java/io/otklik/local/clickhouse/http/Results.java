package io.otklik.local.clickhouse.http;

import io.otklik.local.clickhouse.engine.EngineConnection;
import io.otklik.local.clickhouse.engine.EngineException;
import io.otklik.local.clickhouse.engine.EngineInfo;
import io.otklik.local.clickhouse.engine.QueryResult;
import io.otklik.local.clickhouse.engine.QueryStats;
import io.otklik.local.clickhouse.engine.RowStream;
import io.otklik.local.clickhouse.query.Statement;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Writes the result of a query without holding it in memory: block by block where the format
 * allows, else through a file of the engine; only the small results of other statements are taken
 * at once.
 */
final class Results {

    private static final int LONGEST_HEADER = 4 * 1024 * 1024;
    private static final int BAD_ARGUMENTS = 36;

    private final EngineConnection connection;
    private final Path spool;
    private final SpoolGuard guard;
    private final QueryRequest request;
    private final QueryResponse response;

    Results(
            EngineConnection connection,
            Path spool,
            SpoolGuard guard,
            QueryRequest request,
            QueryResponse response) {
        this.connection = connection;
        this.spool = spool;
        this.guard = guard;
        this.request = request;
        this.response = response;
    }

    static void hello(EngineInfo engine, QueryRequest request, QueryResponse response)
            throws IOException {
        response.start("Native", QueryStats.NONE)
                .write(NativeHello.answer(engine, request.protocolVersion()));
        response.finish();
    }

    void run(Statement statement, String format) throws EngineException, IOException {
        if (statement.kind() != Statement.Kind.SELECT) {
            whole(statement.head(), format);
        } else if (isBlockwise(statement, format)) {
            blocks(statement.head(), format);
        } else {
            file(statement, format);
        }
    }

    private boolean isBlockwise(Statement statement, String format) {
        return statement.blockwise()
                && StreamableFormats.contains(format)
                && !request.waitEndOfQuery()
                && request.setting("extremes") == null
                && request.setting("output_format_json_array_of_rows") == null;
    }

    private void whole(byte[] sql, String format) throws EngineException, IOException {
        try (QueryResult result = connection.query(sql, format)) {
            result.writeTo(response.start(format, result.stats()), 0);
            response.finish();
        }
    }

    private void blocks(byte[] sql, String format) throws EngineException, IOException {
        RowStream stream;
        try {
            stream = connection.stream(sql, format);
        } catch (EngineException e) {
            if (e.code() == BAD_ARGUMENTS
                    && e.getMessage().contains("Streaming query is not supported")) {
                // Something that only starts like a SELECT, such as WITH … INSERT.
                whole(sql, format);
                return;
            }
            throw e;
        }
        try (stream) {
            QueryResult block = stream.next();
            OutputStream out =
                    response.start(format, block == null ? QueryStats.NONE : block.stats());
            byte[] header = new byte[0];
            for (boolean first = true; block != null; first = false) {
                try (QueryResult current = block) {
                    if (first) {
                        byte[] head = current.head(LONGEST_HEADER);
                        header = Arrays.copyOf(head, StreamableFormats.headerLength(format, head));
                        current.writeTo(out, 0);
                    } else {
                        boolean repeated = Arrays.equals(current.head(header.length), header);
                        current.writeTo(out, repeated ? header.length : 0);
                    }
                }
                block = stream.next();
            }
        }
        response.finish();
    }

    private void file(Statement statement, String format) throws EngineException, IOException {
        Path file = spool.resolve(UUID.randomUUID().toString());
        try {
            QueryStats stats = writeFile(statement, file, format);
            OutputStream out = response.start(format, stats);
            if (Files.exists(file)) {
                Files.copy(file, out);
            }
            response.finish();
        } finally {
            delete(file);
        }
    }

    private QueryStats writeFile(Statement statement, Path file, String format)
            throws EngineException {
        if (request.setting("output_format_parallel_formatting") == null) {
            // Formatting in parallel holds several blocks at once.
            connection.execute("SET output_format_parallel_formatting = 0");
        }
        try (SpoolGuard.Watch watch = guard.watch(file)) {
            try (QueryResult result = connection.query(intoFile(statement, file, format), format)) {
                return result.stats();
            } catch (EngineException e) {
                throw watch.explain(e, format);
            }
        }
    }

    private static byte[] intoFile(Statement statement, Path file, String format) {
        String text = new String(statement.head(), 0, statement.formatAt(), UTF_8);
        String rest =
                new String(
                        statement.head(),
                        statement.formatAt(),
                        statement.head().length - statement.formatAt(),
                        UTF_8);
        // A line break first: the text may end in a comment.
        String clause =
                "\nINTO OUTFILE '"
                        + file.toString().replace("\\", "\\\\").replace("'", "\\'")
                        + "' ";
        return (text + clause + (rest.isEmpty() ? "FORMAT " + format : rest)).getBytes(UTF_8);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
