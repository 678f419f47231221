package io.otklik.local.clickhouse.http;

import com.sun.net.httpserver.Headers;
import net.jpountz.lz4.LZ4FrameOutputStream;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** How an answer's body is packed for HTTP. */
enum Encoding {
    GZIP("gzip"),
    DEFLATE("deflate"),
    LZ4("lz4"),
    NONE("identity");

    private static final int BUFFER = 64 * 1024;

    private final String header;

    Encoding(String header) {
        this.header = header;
    }

    /** Our first encoding that the client accepts, too; none if it is switched off. */
    static Encoding of(Headers headers, boolean enabled) {
        String accepted = headers.getFirst("Accept-Encoding");
        if (!enabled || accepted == null) {
            return NONE;
        }
        List<String> names =
                Stream.of(accepted.toLowerCase(Locale.ROOT).split(","))
                        .filter(part -> !part.replace(" ", "").endsWith(";q=0"))
                        .map(part -> part.split(";")[0].strip())
                        .toList();
        for (Encoding encoding : values()) {
            if (names.contains(encoding.header)) {
                return encoding;
            }
        }
        return NONE;
    }

    String header() {
        return header;
    }

    OutputStream wrap(OutputStream out) throws IOException {
        return switch (this) {
            case NONE -> out;
            case GZIP -> new GZIPOutputStream(out, BUFFER);
            case DEFLATE -> new DeflaterOutputStream(out);
            case LZ4 -> new LZ4FrameOutputStream(out);
        };
    }
}
