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
     * Hands the job to the cluster unless it is active.
     *
     * @throws io.otklik.local.LocalStackException if the cluster refuses it
     */
    Submission start(JobSpec spec, StartFrom from) throws IOException;

    /**
     * Has the cluster read a job's options and lay the job out, and starts nothing: what is said
     * against options of a job that is active.
     *
     * @throws io.otklik.local.LocalStackException with what the job says against them
     */
    default void check(JobSpec spec) throws IOException {
        String jar = rest().upload(spec.jar());
        try {
            rest().plan(jar, spec.mainClass(), spec.arguments());
        } finally {
            rest().deleteJar(jar);
        }
    }

    /** The cluster's REST interface. */
    FlinkRest rest();

    @Override
    void close() throws IOException;

    /**
     * Waits until all tasks of a job run.
     *
     * @throws CommandException if it fails or does not run within two minutes
     */
    default void awaitRunning(Submission submission) throws IOException, InterruptedException {
        FlinkRest rest = rest();
        String jobId = submission.jobId();
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
                                        submission.job(),
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
