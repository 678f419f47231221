package io.otklik.local;

import io.otklik.local.process.PortOwner;
import io.otklik.local.process.Ports;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;

/** What must hold before parts are started; each failure is one sentence that says what to do. */
final class Preflight {

    /** The engine's library alone is half of it. */
    static final long LEAST_FREE_BYTES = 1L << 30;

    private static final Map<Part, String> PORT_OPTIONS =
            Map.of(
                    Part.KAFKA, "--kafka-port",
                    Part.JOBMANAGER, "--flink-port",
                    Part.CLICKHOUSE, "--clickhouse-port",
                    Part.GRAFANA, "--grafana-port");

    private Preflight() {}

    /** Creates the folder; it must be this user's and its disk not full. */
    static void folder(Path folder, long leastFreeBytes) throws IOException {
        try {
            Files.createDirectories(folder);
            Path probe = Files.createTempFile(folder, "probe", "");
            try {
                if (!Files.getOwner(probe).equals(Files.getOwner(folder))) {
                    throw foreign(folder);
                }
            } finally {
                Files.delete(probe);
            }
        } catch (AccessDeniedException e) {
            throw foreign(folder);
        }
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < leastFreeBytes) {
            throw new LocalStackException(
                    "Only %d MB are free on the disk of %s; free at least %d MB or choose another place by --dir."
                            .formatted(free >> 20, folder, leastFreeBytes >> 20));
        }
    }

    private static LocalStackException foreign(Path folder) throws IOException {
        Path existing = folder;
        while (!Files.exists(existing)) {
            existing = existing.getParent();
        }
        return new LocalStackException(
                "%s belongs to %s; run the command as that user or choose another place by --dir."
                        .formatted(existing, Files.getOwner(existing).getName()));
    }

    /** The ports of parts that are about to start must be free. */
    static void ports(StackSettings settings, Collection<Part> starting)
            throws InterruptedException {
        for (Part part : starting) {
            if (!PORT_OPTIONS.containsKey(part)) {
                continue;
            }
            int port =
                    switch (part) {
                        case KAFKA -> settings.kafkaPort();
                        case JOBMANAGER -> settings.flinkPort();
                        case CLICKHOUSE -> settings.clickHousePort();
                        case GRAFANA -> settings.grafana().port();
                        case TASKMANAGER, NOTIFIER -> throw new IllegalStateException("No port");
                    };
            if (!Ports.becomesFree(port)) {
                throw new LocalStackException(
                        "Port %d, which %s needs, is taken by %s; stop it or choose another port by %s."
                                .formatted(
                                        port,
                                        part.title(),
                                        PortOwner.describe(port),
                                        PORT_OPTIONS.get(part)));
            }
        }
    }
}
