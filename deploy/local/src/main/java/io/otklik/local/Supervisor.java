package io.otklik.local;

import io.otklik.local.flink.LocalJobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Main class of the process that keeps the stack running: it starts every part that does not run,
 * now and whenever one ends, and gives a new JobManager its jobs back.
 *
 * <p>Arguments: the project's root and the stack's folder. The parts outlive the supervisor; the
 * next one takes them over.
 */
public final class Supervisor {

    private static final Duration PARTS = Duration.ofMillis(250);
    private static final Duration JOBS = Duration.ofSeconds(2);

    private final List<PartKeeper> parts;
    private final LocalJobs jobs;
    private final Consumer<String> log;
    private String lastTrouble = "";
    private boolean stopped;

    private Supervisor(PartCommands commands, Consumer<String> log) {
        this.parts =
                Arrays.stream(Part.values())
                        .filter(commands.settings()::runs)
                        .map(
                                part ->
                                        new PartKeeper(
                                                part,
                                                commands,
                                                commands.folder(),
                                                Clock.systemUTC(),
                                                log))
                        .toList();
        this.jobs = new LocalJobs(commands.folder(), commands.settings());
        this.log = log;
    }

    public static void main(String[] arguments) throws InterruptedException {
        Home home = new Home(Path.of(arguments[0]));
        StackFolder folder = new StackFolder(Path.of(arguments[1]));
        StackSettings settings = StackSettings.load(folder).orElseThrow();
        Consumer<String> log =
                line ->
                        System.out.println(
                                Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + line);
        Supervisor supervisor = new Supervisor(new PartCommands(home, folder, settings), log);
        Runtime.getRuntime().addShutdownHook(new Thread(supervisor::stop, "stop"));
        supervisor.run();
    }

    private void run() throws InterruptedException {
        Instant nextJobs = Instant.now();
        while (tickParts()) {
            if (Instant.now().isAfter(nextJobs)) {
                tickJobs();
                nextJobs = Instant.now().plus(JOBS);
            }
            Thread.sleep(PARTS.toMillis());
        }
    }

    /** No part may be started whose number is not yet written down when this process ends. */
    private synchronized void stop() {
        stopped = true;
    }

    private synchronized boolean tickParts() {
        if (!stopped) {
            try {
                parts.forEach(PartKeeper::tick);
            } catch (UncheckedIOException e) {
                // A full disk: the parts are looked after all the same, only not written down.
                say("The state of a part cannot be written: " + e.getMessage());
            }
        }
        return !stopped;
    }

    private void tickJobs() {
        try {
            jobs.reconcile(false, log);
            lastTrouble = "";
        } catch (IOException | UncheckedIOException | LocalStackException e) {
            // The JobManager is starting or gone: the next round tries again.
            say("Jobs are not looked after: " + e.getMessage());
        }
    }

    /** Logs what would be said again and again once. */
    private void say(String trouble) {
        if (!trouble.equals(lastTrouble)) {
            log.accept(trouble);
            lastTrouble = trouble;
        }
    }
}
