package io.otklik.jobs.testkit;

import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.executiongraph.AccessExecutionGraph;
import org.apache.flink.runtime.executiongraph.AccessExecutionVertex;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.graph.StreamGraph;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A cluster that takes savepoints of jobs and starts jobs from them. A savepoint of little state is
 * one file, {@code _metadata}.
 */
public final class SavepointCluster implements AutoCloseable {

    private static final int JOBS = EveryJob.values().length;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path folder;
    private final MiniCluster cluster;

    /**
     * @param folder for savepoints
     */
    public SavepointCluster(Path folder) throws Exception {
        this.folder = folder;
        Configuration settings = new Configuration();
        settings.set(CheckpointingOptions.FS_SMALL_FILE_THRESHOLD, MemorySize.ofMebiBytes(1));
        settings.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        settings.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                folder.resolve("checkpoints").toUri().toString());
        cluster =
                new MiniCluster(
                        new MiniClusterConfiguration.Builder()
                                .setConfiguration(settings)
                                .setNumTaskManagers(1)
                                .setNumSlotsPerTaskManager(JOBS)
                                .withRandomPorts()
                                .build());
        cluster.start();
    }

    /**
     * Starts a job and waits until every task of it runs.
     *
     * @param savepoint where all its state stands, which none may be left over of; null if it
     *     begins anew
     */
    public JobID start(StreamGraph job, Path savepoint) throws Exception {
        if (savepoint != null) {
            job.setSavepointRestoreSettings(
                    SavepointRestoreSettings.forPath(
                            savepoint.toUri().toString(), false, RecoveryClaimMode.NO_CLAIM));
        }
        JobID id = cluster.submitJob(job.getJobGraph()).get().getJobID();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!runs(id)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Not every task runs after " + PATIENCE);
            }
            Thread.sleep(100);
        }
        return id;
    }

    private boolean runs(JobID id) throws Exception {
        JobStatus status = cluster.getJobStatus(id).get();
        if (status == JobStatus.INITIALIZING) {
            return false;
        }
        AccessExecutionGraph job = cluster.getExecutionGraph(id).get();
        if (status.isTerminalState()) {
            throw new AssertionError("The job ended", job.getFailureInfo().getException());
        }
        for (AccessExecutionVertex task : job.getAllExecutionVertices()) {
            if (task.getExecutionState() != ExecutionState.RUNNING) {
                return false;
            }
        }
        return true;
    }

    /** Takes a checkpoint and waits for it. */
    public void checkpoint(JobID job) throws Exception {
        cluster.triggerCheckpoint(job).get();
    }

    /** Takes a savepoint that outlives state backends, and ends the job. */
    public Path savepoint(JobID job) throws Exception {
        String savepoint =
                cluster.triggerSavepoint(
                                job,
                                folder.resolve("savepoints").toUri().toString(),
                                true,
                                SavepointFormatType.CANONICAL)
                        .get();
        return Path.of(URI.create(savepoint));
    }

    /** Ends the job. */
    public void cancel(JobID job) throws Exception {
        cluster.cancelJob(job).get();
        cluster.requestJobResult(job).get();
    }

    @Override
    public void close() throws Exception {
        cluster.close();
    }
}
