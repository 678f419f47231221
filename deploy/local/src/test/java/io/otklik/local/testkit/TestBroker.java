package io.otklik.local.testkit;

import io.otklik.local.Home;
import io.otklik.local.kafka.BrokerProbe;
import io.otklik.local.kafka.BrokerSettings;
import io.otklik.local.kafka.KafkaBroker;
import io.otklik.local.process.Command;
import io.otklik.local.process.Ports;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A broker in a temporary folder: the production command, ended when the test run ends. */
final class TestBroker implements ExtensionContext.Store.CloseableResource, AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);

    private final BrokerSettings settings;
    private final Path folder;
    private final Process process;

    private TestBroker(BrokerSettings settings, Path folder, Process process) {
        this.settings = settings;
        this.folder = folder;
        this.process = process;
    }

    static TestBroker start() {
        try {
            Path folder = Files.createTempDirectory("otklik-kafka-");
            BrokerSettings settings =
                    new BrokerSettings(folder.resolve("data"), Ports.free(), Ports.free());
            Path log = folder.resolve("kafka.log");
            Command command =
                    KafkaBroker.command(Home.find(), settings, folder.resolve("conf"), log, true);
            Path output = folder.resolve("kafka.out");
            Process process = command.start(folder, output);
            TestBroker broker = new TestBroker(settings, folder, process);
            if (!BrokerProbe.awaitReady(settings.bootstrapServers(), START, process::isAlive)) {
                process.destroyForcibly();
                throw new IllegalStateException(
                        "The test broker did not start:\n"
                                + Files.readString(output)
                                + (Files.exists(log) ? Files.readString(log) : ""));
            }
            return broker;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the test broker started", e);
        }
    }

    String bootstrapServers() {
        return settings.bootstrapServers();
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        // Nothing of its data is wanted again, so it need not shut down in order.
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
