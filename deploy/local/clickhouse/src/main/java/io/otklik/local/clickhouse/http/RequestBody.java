package io.otklik.local.clickhouse.http;

import com.sun.net.httpserver.HttpExchange;
import io.otklik.local.clickhouse.compression.CompressedBlockInputStream;
import io.otklik.local.clickhouse.engine.EngineException;
import net.jpountz.lz4.LZ4FrameInputStream;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The text and data of a request: the URL's query, a line break, the body unpacked. */
final class RequestBody {

    private static final int BUFFER = 64 * 1024;

    private RequestBody() {}

    /**
     * Opens the stream. It throws {@link java.io.EOFException} where the client stopped too early.
     */
    static InputStream open(HttpExchange exchange, QueryRequest request, StallGuard.Watch watch)
            throws EngineException, IOException {
        String length = exchange.getRequestHeaders().getFirst("Content-Length");
        InputStream body =
                new GuardedInputStream(
                        exchange.getRequestBody(),
                        length == null ? -1 : Long.parseLong(length.strip()),
                        watch);
        body = decode(body, exchange.getRequestHeaders().getFirst("Content-Encoding"));
        if (request.decompress()) {
            body = new CompressedBlockInputStream(body);
        }
        if (request.query().isEmpty()) {
            return body;
        }
        byte[] text = (request.query() + "\n").getBytes(UTF_8);
        return new SequenceInputStream(new ByteArrayInputStream(text), body);
    }

    private static InputStream decode(InputStream body, String encoding)
            throws EngineException, IOException {
        String name = encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "", "identity" -> body;
            case "gzip", "x-gzip" -> new GZIPInputStream(body, BUFFER);
            case "deflate" -> new InflaterInputStream(body);
            case "lz4" -> new LZ4FrameInputStream(body);
            default ->
                    throw new EngineException(
                            48,
                            "NOT_IMPLEMENTED",
                            "Content-Encoding '"
                                    + name
                                    + "' is not supported: use gzip, deflate or lz4");
        };
    }
}
