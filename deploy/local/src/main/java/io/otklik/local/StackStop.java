package io.otklik.local;

import io.otklik.local.process.ProcessId;
import io.otklik.local.process.ProcessTree;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Stops the stack: first who would start parts again, then the writers, then the stores. */
final class StackStop {

    private static final Duration SUPERVISOR = Duration.ofSeconds(5);
    private static final Duration PART = Duration.ofSeconds(20);

    private final StackFolder folder;
    private final Progress progress;

    StackStop(StackFolder folder, Progress progress) {
        this.folder = folder;
        this.progress = progress;
    }

    /** The supervisor's process, if it lives. */
    static Optional<ProcessId> supervisor(StackFolder folder) {
        return JsonFile.read(folder.supervisorState(), ProcessId.class).filter(ProcessId::isAlive);
    }

    /** Stops the supervisor; the parts stay. */
    static void supervisorOnly(StackFolder folder) throws IOException, InterruptedException {
        Optional<ProcessId> supervisor = supervisor(folder);
        if (supervisor.isPresent()) {
            // Its children are the parts: only itself is ended here.
            ProcessTree.stopAlone(supervisor.get(), SUPERVISOR);
        }
        Files.deleteIfExists(folder.supervisorState());
    }

    void down() throws IOException, InterruptedException {
        if (!Files.isDirectory(folder.root().resolve("run"))) {
            progress.done("The stack is not up.");
            return;
        }
        try (FileMutex lock = FileMutex.acquire(folder.lock("stack"))) {
            boolean any = supervisor(folder).isPresent();
            supervisorOnly(folder);
            any |= stop(List.of(Part.GRAFANA, Part.NOTIFIER, Part.TASKMANAGER, Part.JOBMANAGER));
            any |= stop(List.of(Part.CLICKHOUSE, Part.KAFKA));
            progress.done(any ? "The stack is down." : "The stack is not up.");
        }
    }

    /** Stops one part; nothing may be there to start it again. */
    void only(Part part) throws IOException, InterruptedException {
        stop(List.of(part));
    }

    /** Stops some parts at the same time. */
    private boolean stop(List<Part> parts) throws IOException, InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (Part part : parts) {
            Optional<PartState> state = JsonFile.read(folder.state(part), PartState.class);
            if (state.filter(PartState::isAlive).isPresent()) {
                progress.working("Stopping " + part.title());
                Thread thread =
                        new Thread(() -> stop(state.get().process()), "stop " + part.title());
                thread.start();
                threads.add(thread);
            }
        }
        for (Thread thread : threads) {
            thread.join();
        }
        for (Part part : parts) {
            Files.deleteIfExists(folder.state(part));
        }
        return !threads.isEmpty();
    }

    private static void stop(ProcessId process) {
        try {
            ProcessTree.stop(process, PART);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
