package io.otklik.local;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.otklik.local.flink.LocalJobs;
import io.otklik.local.process.Command;
import io.otklik.local.process.ProcessId;
import io.otklik.schemas.Json;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts the stack, or what of it does not run. */
final class StackStart {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** The first start may fetch the engine's library. */
    private static final Duration ENGINE_PATIENCE = Duration.ofMinutes(12);

    /** The notifier starts beside the broker and ends while there is none. */
    private static final int NOTIFIER_STARTS = 5;

    private final Home home;
    private final StackFolder folder;
    private final Progress progress;

    StackStart(Home home, StackFolder folder, Progress progress) {
        this.home = home;
        this.folder = folder;
        this.progress = progress;
    }

    StackSettings up(UpRequest request) throws IOException, InterruptedException {
        Preflight.folder(folder.root(), Preflight.LEAST_FREE_BYTES);
        progress.working("Waiting for another otklik command on this stack");
        try (FileMutex lock = FileMutex.acquire(folder.lock("stack"))) {
            progress.working("Starting");
            StackSettings settings = settings(request);
            renewNotifier(settings);
            renewGrafana(settings);
            List<Part> dead =
                    Arrays.stream(Part.values())
                            .filter(settings::runs)
                            .filter(part -> !LocalStack.living(folder).contains(part))
                            .toList();
            if (!dead.isEmpty() || StackStop.supervisor(folder).isEmpty()) {
                StackStop.supervisorOnly(folder);
                Preflight.ports(settings, dead);
                SecretFile.ensure(folder.authorKey());
                if (settings.grafana() != null) {
                    SecretFile.ensure(folder.grafanaPassword());
                }
                if (dead.containsAll(List.of(Part.JOBMANAGER, Part.TASKMANAGER))) {
                    layOutJobs();
                }
                // Fails with a sentence, before anything is started, if a part is not built.
                for (Part part : dead) {
                    new PartCommands(home, folder, settings).of(part);
                    Files.deleteIfExists(folder.state(part));
                }
                settings.save(folder);
                startSupervisor();
            }
            for (Part part : Part.values()) {
                if (settings.has(part)) {
                    await(part, settings);
                }
            }
            restoreJobs(settings);
            return settings;
        }
    }

    private StackSettings settings(UpRequest request) throws IOException {
        StackSettings last = StackSettings.load(folder).orElse(null);
        StackSettings next = request.settings(last);
        List<Part> living = LocalStack.living(folder);
        boolean other =
                last != null
                        && !next.withRecipients(last.recipients())
                                .withGrafana(last.grafana())
                                .equals(last);
        if (other && !living.isEmpty()) {
            throw new LocalStackException(
                    "The stack runs already with Kafka on %s, Flink on %s and ClickHouse on %s; run otklik down first."
                            .formatted(
                                    last.bootstrapServers(),
                                    last.flinkUrl(),
                                    last.clickHouseUrl()));
        }
        return next.withFreeInnerPorts(
                living.contains(Part.KAFKA),
                living.contains(Part.JOBMANAGER) || living.contains(Part.TASKMANAGER),
                living.contains(Part.NOTIFIER));
    }

    /** A cluster that starts takes the newest build of the jobs, and keeps it while it runs. */
    private void layOutJobs() throws IOException {
        Path here = folder.clusterJobs();
        Path built = home.jobsJar().orElse(null);
        if (built == null) {
            Files.deleteIfExists(here);
        } else {
            Files.createDirectories(here.getParent());
            Files.copy(built, here, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** A notifier with other recipients, or none, takes the place of the one that runs. */
    private void renewNotifier(StackSettings next) throws IOException, InterruptedException {
        String before = StackSettings.load(folder).map(StackSettings::recipients).orElse(null);
        if (!Objects.equals(before, next.recipients())) {
            StackStop.supervisorOnly(folder);
            new StackStop(folder, progress).only(Part.NOTIFIER);
        }
    }

    /** The same for another Grafana, or none. */
    private void renewGrafana(StackSettings next) throws IOException, InterruptedException {
        GrafanaSettings before =
                StackSettings.load(folder).map(StackSettings::grafana).orElse(null);
        if (!Objects.equals(before, next.grafana())) {
            StackStop.supervisorOnly(folder);
            new StackStop(folder, progress).only(Part.GRAFANA);
        }
    }

    private void startSupervisor() throws IOException {
        String classPath =
                Stream.of(
                                Supervisor.class,
                                Json.class,
                                ObjectMapper.class,
                                JsonFactory.class,
                                JsonProperty.class)
                        .map(Home::codeSource)
                        .distinct()
                        .collect(Collectors.joining(File.pathSeparator));
        Command command =
                Command.java(
                        List.of(
                                "-Xms8m",
                                "-Xmx32m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:ReservedCodeCacheSize=16m",
                                "-Xshare:auto"),
                        classPath,
                        Supervisor.class.getName(),
                        List.of(home.root().toString(), folder.root().toString()),
                        Map.of());
        Process process = command.startDetached(folder.root(), folder.supervisorLog());
        ProcessId id =
                ProcessId.of(process.pid())
                        .orElseThrow(
                                () ->
                                        new LocalStackException(
                                                "The supervisor ended at once; see %s."
                                                        .formatted(folder.supervisorLog())));
        JsonFile.write(folder.supervisorState(), id);
    }

    private void await(Part part, StackSettings settings) throws InterruptedException {
        long start = System.nanoTime();
        Duration patience = part == Part.CLICKHOUSE ? ENGINE_PATIENCE : PATIENCE;
        progress.working("Starting " + part.title());
        while (!Readiness.serves(part, settings)) {
            failIfEnded(part, settings);
            if (System.nanoTime() - start > patience.toNanos()) {
                throw new LocalStackException(
                        "%s runs and did not answer within %d s; see %s."
                                .formatted(part.title(), patience.toSeconds(), folder.log(part)));
            }
            Thread.sleep(100);
        }
        String address = settings.address(part);
        progress.done(part.title() + " is ready" + (address.isEmpty() ? "" : " on " + address));
    }

    private void failIfEnded(Part part, StackSettings settings) {
        if (!settings.runs(part)) {
            throw new LocalStackException(
                    "No ClickHouse answers on %s; start it or leave --clickhouse-url out."
                            .formatted(settings.clickHouseUrl()));
        }
        PartState state = JsonFile.read(folder.state(part), PartState.class).orElse(null);
        boolean startsAgain =
                part == Part.NOTIFIER && state != null && state.restarts() < NOTIFIER_STARTS;
        if (state != null && !state.isAlive() && !startsAgain) {
            String words = LastWords.of(folder.log(part), folder.output(part), state.startedAt());
            throw new LocalStackException(
                    "%s ended while it started (%s): %s; the whole log is %s."
                            .formatted(
                                    part.title(),
                                    state.fate(),
                                    words.isEmpty()
                                            ? "it said nothing"
                                            : words.replaceFirst("\\.$", ""),
                                    Files.exists(folder.log(part))
                                            ? folder.log(part)
                                            : folder.output(part)));
        }
        if (StackStop.supervisor(folder).isEmpty()) {
            throw new LocalStackException(
                    "The supervisor ended while the stack started; see %s and run otklik up again."
                            .formatted(folder.supervisorLog()));
        }
    }

    private void restoreJobs(StackSettings settings) throws IOException {
        LocalJobs jobs = new LocalJobs(folder, settings);
        jobs.reconcile(true, progress::done);
    }
}
