package io.otklik.cli.bench;

import io.otklik.cli.CommandException;
import io.otklik.connectors.kafka.Topics;
import io.otklik.local.Home;
import io.otklik.local.LocalStack;
import io.otklik.local.PartStatus;
import io.otklik.local.Progress;
import io.otklik.local.StackFolder;
import io.otklik.local.StackSettings;
import io.otklik.local.UpRequest;
import io.otklik.local.flink.FlinkJob;
import io.otklik.local.flink.FlinkRest;
import io.otklik.local.kafka.BrokerProbe;
import io.otklik.local.process.Ports;
import io.otklik.schemas.Topic;
import org.apache.kafka.clients.admin.Admin;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** A stack of the benchmark's own, on free ports: nobody's data is touched. */
final class BenchStack implements AutoCloseable {

    /** Each question costs the JobManager some milliseconds, which count as the step's work. */
    private static final Duration POLL = Duration.ofMillis(250);

    private final LocalStack stack;
    private final Progress progress;
    private final Thread whenKilled = new Thread(this::downQuietly, "bench-stack-down");

    private StackSettings settings;
    private FlinkRest flink;
    private String jar;

    BenchStack(Home home, Path folder, Progress progress) {
        this.stack = new LocalStack(home, new StackFolder(folder));
        this.progress = progress;
        Runtime.getRuntime().addShutdownHook(whenKilled);
    }

    /** Starts the parts; what a failed start leaves is stopped by {@link #close}. */
    void up(Path jobsJar) throws IOException, InterruptedException {
        settings =
                stack.up(
                        new UpRequest(Ports.free(), Ports.free(), Ports.free(), null, null, null),
                        progress);
        flink = new FlinkRest(settings.flinkUrl());
        jar = flink.upload(jobsJar);
    }

    StackSettings settings() {
        return settings;
    }

    /** Makes topics empty by making them anew. */
    void renew(Collection<Topic> topics) throws InterruptedException, ExecutionException {
        List<String> names = topics.stream().map(Topic::topicName).toList();
        try (Admin admin = BrokerProbe.admin(settings.bootstrapServers())) {
            List<String> there =
                    admin.listTopics().names().get().stream().filter(names::contains).toList();
            admin.deleteTopics(there).all().get();
            while (admin.listTopics().names().get().stream().anyMatch(names::contains)) {
                Thread.sleep(POLL.toMillis());
            }
        }
        Topics.ensure(settings.bootstrapServers(), Topic.DEFAULT_PARTITIONS, (short) 1, Map.of());
    }

    /** Starts a job and gives its id. */
    String start(String mainClass, String... arguments) throws IOException {
        return flink.run(
                jar,
                mainClass,
                Arrays.asList(arguments),
                Map.of("restart-strategy.type", "none", "parallelism.default", "2"),
                null);
    }

    /**
     * Waits for a bounded job's end.
     *
     * @return seconds that it ran
     */
    double awaitEnd(String jobId) throws IOException, InterruptedException {
        while (true) {
            FlinkJob job =
                    flink.jobs().stream()
                            .filter(j -> j.id().equals(jobId))
                            .findFirst()
                            .orElseThrow();
            if (job.state().equals("FINISHED")) {
                return flink.durationMillis(jobId) / 1e3;
            }
            if (!job.isActive()) {
                throw CommandException.failed(
                        "Job %s ended as %s: %s"
                                .formatted(job.name(), job.state(), flink.lastFailure(jobId)));
            }
            Thread.sleep(POLL.toMillis());
        }
    }

    /** Processor time that the stack's processes have used so far. */
    double cpuSeconds() throws InterruptedException {
        return stack.status().parts().stream()
                .map(PartStatus::pid)
                .filter(pid -> pid != null)
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .mapToDouble(time -> time.toMillis() / 1e3)
                .sum();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        Runtime.getRuntime().removeShutdownHook(whenKilled);
        stack.down(progress);
    }

    /** A benchmark that is interrupted leaves no process either. */
    private void downQuietly() {
        try {
            stack.down(progress);
        } catch (IOException e) {
            progress.done("The benchmark's stack did not stop: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
