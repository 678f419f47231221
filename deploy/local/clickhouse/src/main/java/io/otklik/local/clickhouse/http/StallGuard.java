package io.otklik.local.clickhouse.http;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Closes the connection of a client that neither sends nor takes a byte for too long, so that it
 * does not hold a connection to the engine for ever. Time in which the engine works does not count.
 */
final class StallGuard implements AutoCloseable {

    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
    private final long limitNanos;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    task -> {
                        Thread thread = new Thread(task, "clickhouse-stalls");
                        thread.setDaemon(true);
                        return thread;
                    });

    StallGuard(Duration limit) {
        this.limitNanos = limit.toNanos();
        long period = Math.max(1, limit.toMillis() / 4);
        timer.scheduleWithFixedDelay(this::check, period, period, TimeUnit.MILLISECONDS);
    }

    /** Watches the calling thread, which serves one request. */
    Watch watch() {
        Watch watch = new Watch(Thread.currentThread());
        watches.add(watch);
        return watch;
    }

    private void check() {
        long now = System.nanoTime();
        for (Watch watch : watches) {
            long since = watch.waitingSince;
            if (since != 0 && now - since > limitNanos) {
                // A thread that is interrupted in a read or write closes its channel.
                watch.thread.interrupt();
            }
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /** One request; closing it ends the watch. */
    final class Watch implements AutoCloseable {

        private final Thread thread;
        private volatile long waitingSince;

        private Watch(Thread thread) {
            this.thread = thread;
        }

        /** Runs a read or a write that waits for the client. */
        int during(Transfer transfer) throws IOException {
            waitingSince = System.nanoTime() | 1;
            try {
                return transfer.run();
            } finally {
                waitingSince = 0;
            }
        }

        @Override
        public void close() {
            watches.remove(this);
            // An interruption that came too late is not for the thread's next request.
            Thread.interrupted();
        }
    }

    /** A read or a write. */
    interface Transfer {
        int run() throws IOException;
    }
}
