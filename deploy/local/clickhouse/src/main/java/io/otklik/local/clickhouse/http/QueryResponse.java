package io.otklik.local.clickhouse.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import io.otklik.local.clickhouse.compression.CompressedBlockOutputStream;
import io.otklik.local.clickhouse.engine.EngineException;
import io.otklik.local.clickhouse.engine.EngineInfo;
import io.otklik.local.clickhouse.engine.QueryStats;

import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;
import java.util.zip.DeflaterOutputStream;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The answer to one query: headers and status when the first output is there, then the body. An
 * error before that has its own status; a later one is written into the body and the connection is
 * cut, so that the client does not take the part for the whole.
 */
final class QueryResponse {

    private final HttpExchange exchange;
    private final QueryRequest request;
    private final EngineInfo engine;
    private final StallGuard.Watch watch;
    private final String tag = UUID.randomUUID().toString().replace("-", "").substring(0, 16);
    private OutputStream encoded;
    private OutputStream body;

    QueryResponse(
            HttpExchange exchange,
            QueryRequest request,
            EngineInfo engine,
            StallGuard.Watch watch) {
        this.exchange = exchange;
        this.request = request;
        this.engine = engine;
        this.watch = watch;
    }

    /** Sends the headers of a good answer and gives the stream for its body. */
    OutputStream start(String format, QueryStats stats) throws IOException {
        Encoding encoding =
                Encoding.of(
                        exchange.getRequestHeaders(),
                        !"0".equals(request.setting("enable_http_compression")));
        Headers headers = commonHeaders();
        headers.set("Content-Type", ContentType.of(format));
        headers.set("X-ClickHouse-Format", format);
        headers.set("X-ClickHouse-Summary", Summary.of(stats));
        headers.set("X-ClickHouse-Exception-Tag", tag);
        if (encoding != Encoding.NONE) {
            headers.set("Content-Encoding", encoding.header());
        }
        exchange.sendResponseHeaders(200, 0);
        encoded = encoding.wrap(new GuardedOutputStream(exchange.getResponseBody(), watch));
        body = request.compress() ? new CompressedBlockOutputStream(encoded) : encoded;
        return body;
    }

    /** Ends a good answer. */
    void finish() throws IOException {
        body.close();
        exchange.close();
    }

    /** Answers with an error; the input should be read to its end before, else clients miss it. */
    void fail(EngineException error) throws IOException {
        byte[] message = (withVersion(error.getMessage()) + "\n").getBytes(UTF_8);
        if (body != null) {
            failInBody(message);
            return;
        }
        Headers headers = commonHeaders();
        headers.set("Content-Type", "text/plain; charset=UTF-8");
        headers.set("X-ClickHouse-Exception-Code", Integer.toString(error.code()));
        exchange.sendResponseHeaders(HttpStatus.of(error.code()), message.length);
        try (OutputStream out = new GuardedOutputStream(exchange.getResponseBody(), watch)) {
            out.write(message);
        }
        exchange.close();
    }

    /** The block by which a server of release 25.11 or later marks an error among the data. */
    private void failInBody(byte[] message) throws IOException {
        body.write(("\r\n__exception__\r\n" + tag + "\r\n").getBytes(UTF_8));
        body.write(message);
        body.write((message.length + " " + tag + "\r\n__exception__\r\n").getBytes(UTF_8));
        body.flush();
        if (encoded instanceof DeflaterOutputStream deflater) {
            deflater.finish();
        }
        encoded.flush();
        cut();
    }

    /**
     * Closes the connection without an end of the body. The JDK's server writes that end whenever
     * an exchange is closed; but an interrupted thread's write closes the channel instead.
     */
    void cut() {
        Thread.currentThread().interrupt();
        try {
            if (body != null) {
                OutputStream chunks = exchange.getResponseBody();
                // First what a failed write left there: a byte more would break its buffer.
                chunks.flush();
                chunks.write(0);
                chunks.flush();
            }
        } catch (IOException e) {
            // Closed, as wished.
        } finally {
            exchange.close();
            Thread.interrupted();
        }
    }

    private Headers commonHeaders() {
        Headers headers = exchange.getResponseHeaders();
        headers.set("X-ClickHouse-Query-Id", request.queryId());
        headers.set("X-ClickHouse-Timezone", engine.timezone());
        headers.set("X-ClickHouse-Server-Display-Name", engine.displayName());
        headers.set("Access-Control-Expose-Headers", "X-ClickHouse-Query-Id,X-ClickHouse-Summary");
        return headers;
    }

    private String withVersion(String message) {
        return message.contains("(version ")
                ? message
                : message + " (version " + engine.version() + ")";
    }
}
