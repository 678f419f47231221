package io.otklik.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Shows on a terminal how far a replay is; elsewhere it shows nothing. */
final class ProgressBar implements AutoCloseable {

    private static final String ERASE = "\r\u001b[K";
    private static final long PERIOD_NANOS = 200_000_000L;
    private static final int WIDTH = 30;

    private final PrintWriter err;
    private final long totalBytes;
    private final boolean terminal;
    private final long start = System.nanoTime();
    private long drawn = start;

    /**
     * @param totalBytes 0: unknown
     */
    ProgressBar(PrintWriter err, long totalBytes) {
        this(err, totalBytes, TerminalProgress.isTerminal());
    }

    ProgressBar(PrintWriter err, long totalBytes, boolean terminal) {
        this.err = err;
        this.totalBytes = totalBytes;
        this.terminal = terminal;
    }

    void at(long sent, long readBytes, Instant time) {
        long now = System.nanoTime();
        if (!terminal || now - drawn < PERIOD_NANOS) {
            return;
        }
        drawn = now;
        err.print(ERASE + line(sent, readBytes, time, (now - start) / 1e9));
        err.flush();
    }

    String line(long sent, long readBytes, Instant time, double seconds) {
        String rest =
                String.format(
                        Locale.ROOT,
                        "%,d sent, %,.0f/s, at %s",
                        sent,
                        sent / seconds,
                        time.truncatedTo(ChronoUnit.SECONDS));
        if (totalBytes == 0) {
            return rest;
        }
        int percent = (int) Math.min(100, readBytes * 100 / totalBytes);
        int full = percent * WIDTH / 100;
        return String.format(
                "[%s%s] %3d%% %s", "=".repeat(full), " ".repeat(WIDTH - full), percent, rest);
    }

    void say(String warning) {
        if (terminal) {
            err.print(ERASE);
        }
        err.println(warning);
    }

    @Override
    public void close() {
        if (terminal) {
            err.print(ERASE);
            err.flush();
        }
    }
}
