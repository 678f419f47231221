package io.otklik.local;

/**
 * How a part is.
 *
 * @param address where it is reached; empty if it serves no clients
 * @param pid null unless it runs
 * @param memoryBytes resident memory; null unless it runs
 * @param exitCode of a crashed part; null if nobody saw it end
 * @param restarts how often it was started again since {@code otklik up}
 * @param detail one sentence on a crash, else empty
 */
public record PartStatus(
        Part part,
        Condition condition,
        String address,
        Long pid,
        Long memoryBytes,
        Integer exitCode,
        int restarts,
        String detail) {

    /** What a part can be. */
    public enum Condition {
        /** It serves. */
        RUNNING,
        /** Its process runs and does not serve yet. */
        STARTING,
        /** It ended without being asked to. */
        CRASHED,
        /** It was not started. */
        STOPPED
    }
}
