package io.otklik.local.flink;

/**
 * A job as the JobManager lists it.
 *
 * @param state Flink's word: RUNNING, RESTARTING, FAILED, CANCELED, FINISHED, …
 * @param startMillis epoch milliseconds
 */
public record FlinkJob(String id, String name, String state, long startMillis) {

    /** Whether the job came to an end that somebody or the job itself wanted. */
    public boolean isOver() {
        return state.equals("CANCELED") || state.equals("FINISHED");
    }

    /** Whether the job works or will again without help. */
    public boolean isActive() {
        return !isOver() && !state.equals("FAILED") && !state.equals("SUSPENDED");
    }
}
