package io.otklik.local.clickhouse.http;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A request's body that must have the length it promised, with a watch on stalled clients. */
final class GuardedInputStream extends FilterInputStream {

    private final StallGuard.Watch watch;
    private final boolean bounded;
    private long left;

    /** A negative length is one that the client did not tell. */
    GuardedInputStream(InputStream in, long length, StallGuard.Watch watch) {
        super(in);
        this.watch = watch;
        this.bounded = length >= 0;
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = watch.during(() -> super.read(bytes, offset, length));
        if (read > 0) {
            left -= read;
        } else if (read < 0 && bounded && left > 0) {
            throw new EOFException(
                    "The client closed the connection " + left + " bytes too early.");
        }
        return read;
    }
}
