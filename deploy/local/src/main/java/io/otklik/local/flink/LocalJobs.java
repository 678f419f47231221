package io.otklik.local.flink;

import io.otklik.local.FileMutex;
import io.otklik.local.Home;
import io.otklik.local.JsonFile;
import io.otklik.local.LocalStackException;
import io.otklik.local.StackFolder;
import io.otklik.local.StackSettings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The jobs of the local stack, remembered in {@code jobs.json}, so that they run again after the
 * JobManager did.
 *
 * <p>Each job has a checkpoint folder of its own name. Several processes may call: every change
 * holds a lock.
 */
public final class LocalJobs {

    private final StackFolder folder;
    private final FlinkRest rest;

    public LocalJobs(StackFolder folder, StackSettings settings) {
        this.folder = folder;
        this.rest = new FlinkRest(settings.flinkUrl());
    }

    /** The jobs that are to run, in the order of their first submission. */
    public List<SubmittedJob> remembered() {
        return JsonFile.read(folder.jobs(), SubmittedJob[].class).map(List::of).orElse(List.of());
    }

    /** Where a job's checkpoints lie. */
    public Path checkpoints(String name) {
        return folder.checkpoints().resolve(name);
    }

    /**
     * Starts a job unless one of its name is active, and remembers it either way: Flink goes on
     * with a submission whose sender was ended before the answer, and a second copy would fence the
     * first one's transactions.
     *
     * @param from where its state comes from
     */
    public Started submit(JobSpec spec, StartFrom from) throws IOException {
        try (FileMutex lock = FileMutex.acquire(folder.lock("jobs"))) {
            Optional<SubmittedJob> known =
                    remembered().stream().filter(job -> job.name().equals(spec.name())).findFirst();
            Optional<FlinkJob> active =
                    active(rest.jobs(), spec.name(), known.map(SubmittedJob::jobId).orElse(""));
            if (known.isPresent()
                    && active.filter(run -> run.id().equals(known.get().jobId())).isPresent()) {
                return new Started(known.get(), null, false);
            }
            SubmittedJob job =
                    new SubmittedJob(
                            spec.name(),
                            spec.mainClass(),
                            spec.arguments(),
                            copy(spec.jar()).toString(),
                            active.map(FlinkJob::id).orElse(""),
                            Instant.now().truncatedTo(ChronoUnit.MILLIS),
                            null,
                            null);
            if (active.isPresent()) {
                SubmittedJob taken = job.begun(StartFrom.latest(), known);
                remember(taken);
                return new Started(taken, null, false);
            }
            SubmittedJob begun = job.begun(from, known);
            Optional<RestorePoint> point = restorePoint(begun);
            SubmittedJob run = begun.withRun(run(begun, point));
            remember(run);
            return new Started(run, point.map(RestorePoint::path).orElse(null), true);
        }
    }

    /**
     * Starts those remembered jobs that the JobManager does not know, each from its newest complete
     * checkpoint since it was begun anew or from a path, or else as it was begun, takes over those
     * that are active by another id, and forgets those that were cancelled or came to their end.
     *
     * @param restartFailed whether jobs that Flink gave up are started too
     * @param log hears one line for each job that was started, taken over or forgotten
     */
    public void reconcile(boolean restartFailed, Consumer<String> log) throws IOException {
        if (remembered().isEmpty()) {
            return;
        }
        try (FileMutex lock = FileMutex.acquire(folder.lock("jobs"))) {
            List<FlinkJob> runs = rest.jobs();
            Map<String, FlinkJob> known =
                    runs.stream().collect(Collectors.toMap(FlinkJob::id, job -> job));
            for (SubmittedJob job : remembered()) {
                FlinkJob run = known.get(job.jobId());
                Optional<FlinkJob> active = active(runs, job.name(), job.jobId());
                if (active.isPresent()) {
                    String id = active.get().id();
                    if (!id.equals(job.jobId())) {
                        log.accept("Job %s runs already as %s".formatted(job.name(), id));
                        remember(job.withRun(id));
                    }
                } else if (run != null && run.isOver()) {
                    log.accept("Job %s was ended (%s)".formatted(job.name(), run.state()));
                    forget(job);
                } else if (run == null || restartFailed) {
                    Optional<RestorePoint> point = restorePoint(job);
                    String id = run(job, point);
                    log.accept(
                            "Job %s runs again as %s from %s"
                                    .formatted(
                                            job.name(),
                                            id,
                                            point.map(RestorePoint::path)
                                                    .orElse("an empty state")));
                    remember(job.withRun(id));
                }
            }
        }
    }

    /**
     * A job that was to be started.
     *
     * @param from path that its state came from; null for an empty state
     * @param isNew false if it was active already
     */
    public record Started(SubmittedJob job, String from, boolean isNew) {}

    private void remember(SubmittedJob job) {
        List<SubmittedJob> all = new ArrayList<>(remembered());
        all.replaceAll(other -> other.name().equals(job.name()) ? job : other);
        if (!all.contains(job)) {
            all.add(job);
        }
        JsonFile.write(folder.jobs(), all);
    }

    private void forget(SubmittedJob job) {
        JsonFile.write(
                folder.jobs(), remembered().stream().filter(other -> !other.equals(job)).toList());
    }

    /** The active run of a job, rather the one that is remembered if there are several. */
    private static Optional<FlinkJob> active(List<FlinkJob> runs, String name, String jobId) {
        return runs.stream()
                .filter(FlinkJob::isActive)
                .filter(run -> run.id().equals(jobId) || run.name().equals(name))
                .min(Comparator.comparing(run -> !run.id().equals(jobId)));
    }

    private String run(SubmittedJob job, Optional<RestorePoint> point) throws IOException {
        String jar = rest.upload(Path.of(job.jar()));
        try {
            return rest.run(
                    jar,
                    job.mainClass(),
                    job.arguments(),
                    Map.of(
                            "pipeline.name",
                            job.name(),
                            // The REST interface does not give a job the cluster's default.
                            "parallelism.default",
                            FlinkConfiguration.PARALLELISM,
                            "execution.checkpointing.dir",
                            FlinkConfiguration.uri(checkpoints(job.name()))),
                    point.orElse(null));
        } finally {
            rest.deleteJar(jar);
        }
    }

    /** The newest checkpoint since the job's beginning; without one, what it began from. */
    private Optional<RestorePoint> restorePoint(SubmittedJob job) throws IOException {
        Instant since = job.begunAt() == null ? Instant.EPOCH : job.begunAt();
        List<Path> complete = Checkpoints.complete(checkpoints(job.name()), since);
        if (!complete.isEmpty()) {
            return Optional.of(new RestorePoint(FlinkConfiguration.uri(complete.get(0)), true));
        }
        return Optional.ofNullable(job.begunFrom())
                .map(StartFrom::path)
                .map(path -> new RestorePoint(path, false));
    }

    private Path copy(Path jar) throws IOException {
        if (!Files.isRegularFile(jar)) {
            throw new LocalStackException(
                    "There is no jar %s; build it by mvn -DskipTests package.".formatted(jar));
        }
        if (Home.isJobsJar(jar) && Files.exists(folder.clusterJobs())) {
            return checkedClusterJobs(jar);
        }
        Path folderOfJars = Files.createDirectories(folder.flinkFiles("jars"));
        Path target = folderOfJars.resolve(jar.getFileName());
        Path next = Files.createTempFile(folderOfJars, "jar", ".new");
        Files.copy(jar, next, StandardCopyOption.REPLACE_EXISTING);
        return Files.move(next, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The cluster's own build; another one's classes would stay unused beside it. */
    private Path checkedClusterJobs(Path jar) throws IOException {
        if (Files.mismatch(jar, folder.clusterJobs()) != -1) {
            throw new LocalStackException(
                    "The cluster runs another build of the jobs than %s; run otklik down and otklik up, which keep data and state."
                            .formatted(jar));
        }
        return folder.clusterJobs();
    }
}
