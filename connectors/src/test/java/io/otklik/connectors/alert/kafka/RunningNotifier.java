package io.otklik.connectors.alert.kafka;

import io.otklik.connectors.alert.channel.Channels;
import io.otklik.connectors.alert.config.AlertRouting;
import io.otklik.connectors.alert.config.AlertRoutingReader;
import io.otklik.connectors.alert.delivery.Figures;
import io.otklik.connectors.alert.delivery.Notifier;
import io.otklik.connectors.alert.delivery.NotifierSettings;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A notifier in a thread of this JVM, over real Kafka and real servers; quick to try again. */
final class RunningNotifier implements AutoCloseable {

    private static final NotifierSettings SETTINGS =
            new NotifierSettings(Duration.ofDays(1), Duration.ofMillis(100), Duration.ofSeconds(1));

    private final ExecutorService attempts = Executors.newCachedThreadPool();
    private final NotifierLoop loop;
    private final CompletableFuture<Void> ended;

    RunningNotifier(String servers, String routing, Figures figures) throws Exception {
        this(servers, NotifierLoop.Mode.FOREVER, routing, figures);
    }

    RunningNotifier(String servers, NotifierLoop.Mode mode, String routing, Figures figures)
            throws Exception {
        AlertRouting read = AlertRoutingReader.read(routing);
        Clock clock = Clock.systemUTC();
        Channels channels =
                Channels.of(
                        read,
                        Map.of("OTKLIK_TELEGRAM_TOKEN", "1:test", "CRM_TOKEN", "s3cret"),
                        clock);
        loop =
                new NotifierLoop(
                        servers,
                        mode,
                        new Notifier(
                                read, SETTINGS, channels, attempts, clock, figures, line -> {}),
                        System.out::println);
        ended =
                CompletableFuture.runAsync(
                        () -> {
                            try {
                                loop.run();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        });
    }

    /** Whether it came to an end by itself. */
    boolean isOver() {
        return ended.isDone();
    }

    /** Stops it in good order and rethrows what ended it earlier. */
    @Override
    public void close() throws Exception {
        loop.stop();
        ended.get(60, TimeUnit.SECONDS);
        attempts.shutdownNow();
    }
}
