package io.otklik.cli;

import io.otklik.local.Progress;

import java.io.PrintWriter;
import java.util.Locale;

/**
 * Says on standard error what a command is doing: on a terminal what is being done stands on one
 * line with the seconds it has taken; elsewhere only what is done is printed.
 */
public final class TerminalProgress implements Progress, AutoCloseable {

    private static final String ERASE = "\r\u001b[K";
    private static final int TICK_MILLIS = 200;

    private final PrintWriter err;
    private final boolean terminal;
    private final Thread ticker;
    private String current = "";
    private long since = System.nanoTime();

    public TerminalProgress(PrintWriter err) {
        this(err, isTerminal());
    }

    TerminalProgress(PrintWriter err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
        this.ticker = new Thread(this::tick, "progress");
        ticker.setDaemon(true);
        if (terminal) {
            ticker.start();
        }
    }

    /** Whether a person watches; TERM=dumb and redirected output are for programs. */
    public static boolean isTerminal() {
        return System.console() != null && !"dumb".equals(System.getenv("TERM"));
    }

    @Override
    public synchronized void working(String what) {
        if (!what.equals(current)) {
            current = what;
            since = System.nanoTime();
        }
        draw();
    }

    @Override
    public synchronized void done(String what) {
        erase();
        current = "";
        err.println(what);
    }

    @Override
    public synchronized void close() {
        ticker.interrupt();
        erase();
        current = "";
        err.flush();
    }

    private void tick() {
        try {
            while (true) {
                Thread.sleep(TICK_MILLIS);
                draw();
            }
        } catch (InterruptedException e) {
            // The command is over.
        }
    }

    private synchronized void draw() {
        if (terminal && !current.isEmpty()) {
            double seconds = (System.nanoTime() - since) / 1e9;
            err.print(ERASE + String.format(Locale.ROOT, "%s … %.0f s", current, seconds));
            err.flush();
        }
    }

    private void erase() {
        if (terminal) {
            err.print(ERASE);
        }
    }
}
