package io.otklik.jobs.testkit;

import io.otklik.jobs.appeals.AppealsJob;
import io.otklik.jobs.engagement.EngagementJob;
import io.otklik.jobs.incidents.IncidentsJob;
import io.otklik.jobs.misinformation.MisinformationJob;
import io.otklik.jobs.normalize.NormalizeJob;
import io.otklik.jobs.response.ResponseJob;
import io.otklik.jobs.store.StoreJob;
import org.apache.flink.streaming.api.graph.StreamGraph;

import java.util.Locale;
import java.util.stream.Stream;

/** The jobs that a centre runs. */
public enum EveryJob {
    // What waits in a savepoint of last year waits still.
    NORMALIZE(NormalizeJob::main, "--thread-wait", "36500 d"),
    // Without a grace nobody asks Kafka, as the job is defined, what lies there.
    APPEALS(AppealsJob::main, "--clock-grace", "0 s"),
    INCIDENTS(IncidentsJob::main),
    RESPONSE(ResponseJob::main),
    ENGAGEMENT(EngagementJob::main),
    MISINFORMATION(MisinformationJob::main, "--clock-grace", "0 s"),
    STORE(StoreJob::main);

    private final LiveJobs.Main main;
    private final String[] arguments;

    EveryJob(LiveJobs.Main main, String... arguments) {
        this.main = main;
        this.arguments = arguments;
    }

    /** What the job submits. */
    public StreamGraph graph(String... more) throws Exception {
        return SubmittedGraph.of(
                main, Stream.concat(Stream.of(arguments), Stream.of(more)).toArray(String[]::new));
    }

    /** As the command names it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
