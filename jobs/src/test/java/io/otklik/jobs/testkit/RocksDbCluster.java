package io.otklik.jobs.testkit;

import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.checkpoint.CompletedCheckpointStats;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.util.TestStreamEnvironment;
import org.rocksdb.CompactionStyle;
import org.rocksdb.CompressionType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A cluster of one TaskManager with two slots and state in RocksDB, to see how much state a job
 * has, what a checkpoint of it takes, and whether it goes.
 */
public final class RocksDbCluster implements AutoCloseable {

    private static final int PARALLELISM = 2;

    private final Path folder;
    private final MiniCluster cluster;

    /**
     * @param folder for checkpoints and savepoints
     */
    public RocksDbCluster(Path folder) throws Exception {
        this.folder = folder;
        Configuration settings = new Configuration();
        settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(512));
        cluster =
                new MiniCluster(
                        new MiniClusterConfiguration.Builder()
                                .setConfiguration(settings)
                                .setNumTaskManagers(1)
                                .setNumSlotsPerTaskManager(PARALLELISM)
                                .withRandomPorts()
                                .build());
        cluster.start();
    }

    /** An environment with incremental checkpoints; a job that fails is not started again. */
    public StreamExecutionEnvironment environment(Duration checkpoints) {
        StreamExecutionEnvironment env = new TestStreamEnvironment(cluster, PARALLELISM);
        Configuration settings = new Configuration();
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        settings.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
        settings.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
        settings.set(RocksDBConfigurableOptions.USE_BLOOM_FILTER, true);
        settings.set(RocksDBConfigurableOptions.COMPACTION_STYLE, CompactionStyle.UNIVERSAL);
        settings.set(
                RocksDBConfigurableOptions.COMPRESSION_PER_LEVEL,
                List.of(CompressionType.LZ4_COMPRESSION));
        // A watermark that lets millions of timers go at once holds a savepoint up.
        settings.set(CheckpointingOptions.CHECKPOINTING_TIMEOUT, Duration.ofHours(1));
        settings.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                folder.resolve("checkpoints").toUri().toString());
        env.configure(settings);
        env.getConfig().enableObjectReuse();
        env.enableCheckpointing(checkpoints.toMillis());
        return env;
    }

    /** A checkpoint that begins from now on. */
    public CompletedCheckpointStats nextCheckpoint(JobClient job) throws Exception {
        long now = System.currentTimeMillis();
        while (true) {
            CompletedCheckpointStats latest =
                    Objects.requireNonNull(
                                    cluster.getExecutionGraph(job.getJobID())
                                            .get()
                                            .getCheckpointStatsSnapshot())
                            .getHistory()
                            .getLatestCompletedCheckpoint();
            if (latest != null && latest.getTriggerTimestamp() > now) {
                return latest;
            }
            Thread.sleep(50);
        }
    }

    /**
     * Waits until a savepoint, which holds what state holds and nothing else, is small.
     *
     * @param small bytes below which it is
     * @return its bytes
     */
    public long awaitForgotten(JobClient job, long small, Duration patience) throws Exception {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            String savepoint =
                    job.triggerSavepoint(
                                    folder.resolve("savepoints").toUri().toString(),
                                    SavepointFormatType.CANONICAL)
                            .get();
            long size = size(Path.of(URI.create(savepoint)));
            if (size < small) {
                return size;
            }
            assertThat(System.nanoTime()).as("%,d bytes are left", size).isLessThan(deadline);
            Thread.sleep(1_000);
        }
    }

    private static long size(Path savepoint) throws IOException {
        try (Stream<Path> files = Files.walk(savepoint)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    @Override
    public void close() throws Exception {
        cluster.close();
    }
}
