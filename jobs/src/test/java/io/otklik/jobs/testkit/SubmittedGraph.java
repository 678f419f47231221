package io.otklik.jobs.testkit;

import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

import java.util.Map;

/** Takes what a job's main method submits, and runs nothing. */
public final class SubmittedGraph extends StreamExecutionEnvironment {

    private StreamGraph submitted;

    private SubmittedGraph(Configuration settings) {
        super(settings);
    }

    /**
     * The graph of a job as a user submits it: one subtask an operator, and a job that fails is not
     * started again.
     */
    public static StreamGraph of(LiveJobs.Main job, String... arguments) throws Exception {
        Configuration settings = new Configuration();
        settings.set(CoreOptions.DEFAULT_PARALLELISM, 1);
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        SubmittedGraph environment = new SubmittedGraph(settings);
        initializeContextEnvironment(more -> environment);
        try {
            job.run(arguments);
        } finally {
            resetContextEnvironment();
        }
        return environment.submitted;
    }

    @Override
    public JobExecutionResult execute(StreamGraph graph) {
        submitted = graph;
        return new JobExecutionResult(null, 0, Map.of());
    }
}
