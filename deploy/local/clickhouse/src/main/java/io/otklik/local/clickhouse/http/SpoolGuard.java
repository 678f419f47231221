package io.otklik.local.clickhouse.http;

import io.otklik.local.clickhouse.engine.Engine;
import io.otklik.local.clickhouse.engine.EngineException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Kills a query whose result file grows beyond a limit: a client that went away is not noticed
 * before the file is whole, and the disk is not ours alone.
 */
final class SpoolGuard implements AutoCloseable {

    private static final int PERIOD_MILLIS = 500;

    private final Engine engine;
    private final long limitBytes;
    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    task -> {
                        Thread thread = new Thread(task, "clickhouse-spool");
                        thread.setDaemon(true);
                        return thread;
                    });

    SpoolGuard(Engine engine, long limitBytes) {
        this.engine = engine;
        this.limitBytes = limitBytes;
        timer.scheduleWithFixedDelay(
                this::check, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Watches a file that a query is going to write; its name must stand in the query's text. */
    Watch watch(Path file) {
        Watch watch = new Watch(file);
        watches.add(watch);
        return watch;
    }

    private void check() {
        for (Watch watch : watches) {
            try {
                if (Files.exists(watch.file) && Files.size(watch.file) > limitBytes) {
                    watch.exceeded = true;
                    engine.killQueriesWith(watch.file.getFileName().toString());
                }
            } catch (IOException | EngineException e) {
                System.getLogger(SpoolGuard.class.getName())
                        .log(System.Logger.Level.WARNING, "Cannot check a result's file", e);
            }
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /** One result; closing it ends the watch. */
    final class Watch implements AutoCloseable {

        private final Path file;
        private volatile boolean exceeded;

        private Watch(Path file) {
            this.file = file;
        }

        /** The error to answer with: the engine's own unless the guard was its cause. */
        EngineException explain(EngineException error, String format) {
            return exceeded
                    ? new EngineException(
                            396,
                            "TOO_MANY_ROWS_OR_BYTES",
                            "The result is larger than "
                                    + limitBytes / 1024 / 1024
                                    + " MiB in format "
                                    + format
                                    + ": add LIMIT, or take a format that is streamed, such as"
                                    + " JSONEachRow, CSV or TabSeparated")
                    : error;
        }

        @Override
        public void close() {
            watches.remove(this);
        }
    }
}
