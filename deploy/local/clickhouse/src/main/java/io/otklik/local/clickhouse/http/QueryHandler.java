package io.otklik.local.clickhouse.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.otklik.local.clickhouse.compression.CorruptBlockException;
import io.otklik.local.clickhouse.engine.Engine;
import io.otklik.local.clickhouse.engine.EngineConnection;
import io.otklik.local.clickhouse.engine.EngineException;
import io.otklik.local.clickhouse.query.Statement;
import io.otklik.local.clickhouse.query.StatementParser;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.ZipException;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Runs the query of one request on a connection of its own and writes its result. */
final class QueryHandler implements HttpHandler {

    /** The text of a query; the data of an INSERT has no limit. */
    private static final int LONGEST_QUERY = 16 * 1024 * 1024;

    private static final int HEAD = 256 * 1024;
    private static final long MOST_SKIPPED = 1L << 30;

    private final Engine engine;
    private final Authenticator authenticator;
    private final StallGuard guard;
    private final SpoolGuard spoolGuard;

    QueryHandler(
            Engine engine, Authenticator authenticator, StallGuard guard, SpoolGuard spoolGuard) {
        this.engine = engine;
        this.authenticator = authenticator;
        this.guard = guard;
        this.spoolGuard = spoolGuard;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        QueryRequest request = QueryRequest.of(exchange);
        try (StallGuard.Watch watch = guard.watch()) {
            QueryResponse response = new QueryResponse(exchange, request, engine.info(), watch);
            try {
                authenticator.check(exchange.getRequestURI(), exchange.getRequestHeaders());
                run(RequestBody.open(exchange, request, watch), request, response);
            } catch (EngineException e) {
                fail(exchange, watch, response, e);
            } catch (CorruptBlockException | ZipException e) {
                fail(
                        exchange,
                        watch,
                        response,
                        new EngineException(271, "CANNOT_DECOMPRESS", e.getMessage()));
            } catch (EOFException e) {
                fail(
                        exchange,
                        watch,
                        response,
                        new EngineException(
                                32, "ATTEMPT_TO_READ_AFTER_EOF", "The request's body is cut off"));
            } catch (IOException e) {
                // The client is gone: nobody reads an answer.
                response.cut();
            }
        }
    }

    private static void fail(
            HttpExchange exchange,
            StallGuard.Watch watch,
            QueryResponse response,
            EngineException error) {
        try {
            skipRest(exchange, watch);
            response.fail(error);
        } catch (IOException e) {
            response.cut();
        }
    }

    private void run(InputStream in, QueryRequest request, QueryResponse response)
            throws EngineException, IOException {
        byte[] head = in.readNBytes(HEAD);
        Statement statement = StatementParser.parse(head);
        if (statement.kind() != Statement.Kind.INSERT_DATA && head.length == HEAD) {
            head = readRest(head, in);
            statement = StatementParser.parse(head);
        }
        String format = statement.format() == null ? request.defaultFormat() : statement.format();
        if (statement.kind() == Statement.Kind.EMPTY) {
            throw new EngineException(
                    62,
                    "SYNTAX_ERROR",
                    "Syntax error: failed at position 1 (end of query): Empty query");
        }
        if (NativeHello.isAskedBy(request, new String(statement.head(), UTF_8), format)) {
            Results.hello(engine.info(), request, response);
            return;
        }
        try (EngineConnection connection = engine.open(request.session())) {
            if (statement.kind() == Statement.Kind.INSERT_DATA) {
                Inserts.run(connection, statement, head, in, response);
            } else {
                new Results(connection, engine.spoolDirectory(), spoolGuard, request, response)
                        .run(statement, format);
            }
        }
    }

    private static byte[] readRest(byte[] head, InputStream in)
            throws IOException, EngineException {
        byte[] rest = in.readNBytes(LONGEST_QUERY - head.length);
        if (head.length + rest.length == LONGEST_QUERY) {
            throw new EngineException(
                    187,
                    "QUERY_IS_TOO_LARGE",
                    "The text of a query may have "
                            + LONGEST_QUERY
                            + " bytes; send data by INSERT ... FORMAT");
        }
        byte[] all = Arrays.copyOf(head, head.length + rest.length);
        System.arraycopy(rest, 0, all, head.length, rest.length);
        return all;
    }

    /** A client that still writes would take the answer for a broken connection. */
    private static void skipRest(HttpExchange exchange, StallGuard.Watch watch) {
        byte[] buffer = new byte[64 * 1024];
        long skipped = 0;
        try {
            InputStream in = exchange.getRequestBody();
            int read = 0;
            while (read >= 0 && skipped < MOST_SKIPPED) {
                skipped += read;
                read = watch.during(() -> in.read(buffer));
            }
        } catch (IOException e) {
            // It stopped writing: the answer may still reach it.
        }
    }
}
