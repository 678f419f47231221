package io.otklik.local;

import io.otklik.local.process.ProcessId;

import java.time.Instant;

/**
 * What the supervisor knows of a part's process, in {@code run/<part>.json}.
 *
 * @param process the last process of the part
 * @param exitCode how it ended; null while it lives, or if nobody saw its end
 * @param restarts how often the part was started again since {@code otklik up}
 * @param nextStart when a dead part is tried again; null if it lives
 */
public record PartState(
        ProcessId process, Instant startedAt, Integer exitCode, int restarts, Instant nextStart) {

    /** The JVM reports a process that a signal killed as this plus the signal's number. */
    private static final int SIGNALS = 128;

    public boolean isAlive() {
        return exitCode == null && process.isAlive();
    }

    PartState ended(Integer code, Instant retry) {
        return new PartState(process, startedAt, code, restarts, retry);
    }

    /** Whether the process chose to end, so that its last words say why. */
    boolean endedByItself() {
        return exitCode != null && exitCode <= SIGNALS;
    }

    /** In a few words how the process ended. */
    String fate() {
        if (exitCode == null) {
            return "nobody saw it end: it was killed, or the machine restarted";
        }
        return exitCode > SIGNALS
                ? "killed by signal " + (exitCode - SIGNALS)
                : "exit code " + exitCode;
    }
}
