package io.otklik.local.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ends a process and whatever it started. */
public final class ProcessTree {

    private ProcessTree() {}

    /**
     * Asks the process to end, and after {@code patience} ends it by force; then ends the processes
     * that it had started. Returns when none of them lives. A process that is gone is no error.
     */
    public static void stop(ProcessId process, Duration patience) throws InterruptedException {
        List<ProcessId> children = new ArrayList<>();
        process.handle()
                .ifPresent(
                        handle ->
                                handle.descendants()
                                        .map(child -> ProcessId.of(child.pid()))
                                        .flatMap(Optional::stream)
                                        .forEach(children::add));
        stopAlone(process, patience);
        for (ProcessId child : children) {
            stopAlone(child, Duration.ofSeconds(2));
        }
    }

    /** Ends the process in the same way and leaves those that it started. */
    public static void stopAlone(ProcessId process, Duration patience) throws InterruptedException {
        process.handle().ifPresent(ProcessHandle::destroy);
        if (!awaitEnd(process, patience)) {
            process.handle().ifPresent(ProcessHandle::destroyForcibly);
            awaitEnd(process, Duration.ofSeconds(10));
        }
    }

    private static boolean awaitEnd(ProcessId process, Duration patience)
            throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (process.isAlive()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(20);
        }
        return true;
    }
}
