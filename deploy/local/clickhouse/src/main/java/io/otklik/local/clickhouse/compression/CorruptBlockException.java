package io.otklik.local.clickhouse.compression;

import java.io.IOException;

/** The client sent a compressed block that does not hold; ClickHouse's code 271. */
public final class CorruptBlockException extends IOException {

    public CorruptBlockException(String reason) {
        super("Cannot decompress the request's body: " + reason);
    }
}
