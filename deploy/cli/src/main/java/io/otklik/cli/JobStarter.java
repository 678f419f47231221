package io.otklik.cli;

import io.otklik.local.flink.FlinkJob;
import io.otklik.local.flink.FlinkRest;
import io.otklik.local.flink.JobSpec;
import io.otklik.local.flink.StartFrom;

import java.io.IOException;
import java.util.Optional;

/** Starts jobs on one cluster. */
interface JobStarter extends AutoCloseable {

    int PATIENCE_SECONDS = 120;
    int POLL_MILLIS = 200;

    /**
     * Starts the job unless it is active, and waits until all its tasks run.
     *
     * @throws CommandException if it fails or does not run within two minutes
     */
    Submission start(JobSpec spec, StartFrom from) throws IOException, InterruptedException;

    @Override
    void close() throws IOException;

    /** Waits until the tasks of a job run. */
    static void awaitRunning(FlinkRest rest, String name, String jobId)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
        while (!rest.allTasksRun(jobId)) {
            Optional<FlinkJob> job =
                    rest.jobs().stream().filter(one -> one.id().equals(jobId)).findFirst();
            boolean ended = job.isPresent() && !job.get().isActive();
            if (ended || System.nanoTime() > deadline) {
                String failure = rest.lastFailure(jobId);
                throw CommandException.failed(
                        "Job %s %s%s; see Flink's page for the whole story."
                                .formatted(
                                        name,
                                        ended
                                                ? "is " + job.get().state()
                                                : "does not run after %d s"
                                                        .formatted(PATIENCE_SECONDS),
                                        failure.isEmpty() ? "" : ": " + failure));
            }
            Thread.sleep(POLL_MILLIS);
        }
    }
}
