package io.otklik.jobs.testkit;

import org.apache.flink.runtime.client.JobStatusMessage;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.executiongraph.AccessExecutionVertex;
import org.apache.flink.runtime.minicluster.MiniCluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;

import static org.assertj.core.api.Assertions.assertThat;

/** Jobs that run beside a test until it has seen what it waits for. */
public final class LiveJobs implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    /** A job's main method. */
    @FunctionalInterface
    public interface Main {
        void run(String... arguments) throws Exception;
    }

    private final MiniCluster cluster;
    private final Duration patience;
    private final List<CompletableFuture<Void>> jobs = new ArrayList<>();

    /**
     * @param patience how long is waited for anything
     */
    public LiveJobs(MiniCluster cluster, Duration patience) {
        this.cluster = cluster;
        this.patience = patience;
    }

    /** Starts a job. */
    public void start(Main job, String... arguments) {
        jobs.add(
                CompletableFuture.runAsync(
                        () -> {
                            try {
                                job.run(arguments);
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                        }));
    }

    /** Waits until every task of every job runs. */
    public void awaitRunning() throws Exception {
        assertThat(await(this::areRunning)).as("every task runs").isTrue();
    }

    /**
     * Waits for something that the jobs do.
     *
     * @return whether it came; false when patience is over
     */
    public boolean await(BooleanSupplier condition) throws Exception {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            for (CompletableFuture<Void> job : jobs) {
                if (job.isDone()) {
                    job.get();
                }
            }
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(POLL.toMillis());
        }
        return true;
    }

    private boolean areRunning() {
        try {
            Collection<JobStatusMessage> known = cluster.listJobs().get();
            boolean all = known.size() >= jobs.size();
            for (JobStatusMessage job : known) {
                for (AccessExecutionVertex task :
                        cluster.getExecutionGraph(job.getJobId()).get().getAllExecutionVertices()) {
                    all &= task.getExecutionState() == ExecutionState.RUNNING;
                }
            }
            return all;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Cancels the jobs. */
    @Override
    public void close() throws Exception {
        for (JobStatusMessage job : cluster.listJobs().get()) {
            if (!job.getJobState().isGloballyTerminalState()) {
                cluster.cancelJob(job.getJobId()).get();
                // What its sinks hold, every cluster of this JVM shares.
                cluster.requestJobResult(job.getJobId()).get();
            }
        }
    }
}
