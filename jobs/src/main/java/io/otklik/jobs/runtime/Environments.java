package io.otklik.jobs.runtime;

import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

import java.time.Duration;

/** The execution environment as every job wants it. */
public final class Environments {

    private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(10);

    private Environments() {}

    /**
     * The cluster's environment, with checkpoints on and generic types off: what is written to a
     * topic is committed with a checkpoint; a type that would need Kryo and an operator without a
     * uid fail at submission.
     */
    public static StreamExecutionEnvironment of(JobOptions options) {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        Configuration job = new Configuration();
        job.set(PipelineOptions.GENERIC_TYPES, false);
        job.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        // Records are immutable: a chained operator may take the very object.
        job.set(PipelineOptions.OBJECT_REUSE, true);
        env.configure(job);
        Duration asked = options.get(JobOptions.CHECKPOINT_INTERVAL);
        Duration cluster =
                env.getConfiguration()
                        .getOptional(CheckpointingOptions.CHECKPOINTING_INTERVAL)
                        .orElse(CHECKPOINT_INTERVAL);
        env.enableCheckpointing((asked == null ? cluster : asked).toMillis());
        return env;
    }
}
