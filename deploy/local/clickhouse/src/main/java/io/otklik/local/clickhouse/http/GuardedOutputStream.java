package io.otklik.local.clickhouse.http;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** An answer's body with a watch on clients that take no byte. */
final class GuardedOutputStream extends FilterOutputStream {

    private final StallGuard.Watch watch;

    GuardedOutputStream(OutputStream out, StallGuard.Watch watch) {
        super(out);
        this.watch = watch;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        watch.during(
                () -> {
                    out.write(bytes, offset, length);
                    return length;
                });
    }

    @Override
    public void close() throws IOException {
        watch.during(
                () -> {
                    super.close();
                    return 0;
                });
    }
}
