package io.otklik.cli;

import io.otklik.local.flink.Checkpoints;
import io.otklik.local.flink.FlinkJob;
import io.otklik.local.flink.FlinkRest;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Finds the newest state of jobs on another cluster. The JobManager tells it of the runs that it
 * remembers: until it is restarted, and for an hour after they ended. Beyond that it is looked for
 * in the job's own folder of the cluster's checkpoints, where this command sees it.
 */
final class RemoteStates {

    private static final String FOLDER_KEY = "execution.checkpointing.dir";

    private final FlinkRest rest;
    private final Predicate<String> ranBefore;

    /**
     * @param ranBefore whether a job of that name has ever made a checkpoint
     */
    RemoteStates(FlinkRest rest, Predicate<String> ranBefore) {
        this.rest = rest;
        this.ranBefore = ranBefore;
    }

    /** Flink options by which a job keeps its checkpoints in a folder of its own name. */
    Map<String, String> options(String job) throws IOException {
        String folder = folder(job);
        return folder == null ? Map.of() : Map.of(FOLDER_KEY, folder);
    }

    /**
     * Path of a job's newest state; null if it never had one.
     *
     * @param runs of the job that the JobManager remembers, newest first
     * @throws CommandException if it had one and none is found, or if the newest run tells none: it
     *     was begun anew then, or could not begin from what it was given, and only a person knows
     *     whether the state of a run before is still wanted
     */
    String latest(String job, List<FlinkJob> runs) throws IOException {
        String path = runs.isEmpty() ? null : rest.latestState(runs.get(0).id());
        if (path != null) {
            return path;
        }
        String older = older(job, runs);
        if (older != null && !runs.isEmpty()) {
            throw CommandException.failed(
                    "The newest run of job %s (%s) made no checkpoint and began from none, while a run before left %s; go on from that by --from with this path, or begin anew by --from none."
                            .formatted(job, runs.get(0).id(), older));
        }
        if (older != null) {
            return older;
        }
        if (ranBefore.test(job)) {
            throw CommandException.failed(
                    "Job %s ran before, and neither Flink nor its folder of checkpoints tells where its state lies; give it by --from PATH, or --from none to begin anew."
                            .formatted(job));
        }
        return null;
    }

    /** What runs before the newest one that the JobManager remembers left behind. */
    private String older(String job, List<FlinkJob> runs) throws IOException {
        for (FlinkJob run : runs) {
            String path = rest.latestState(run.id());
            if (path != null) {
                return path;
            }
        }
        Path folder = visible(folder(job));
        List<Path> complete = folder == null ? List.of() : Checkpoints.complete(folder);
        return complete.isEmpty() ? null : "file://" + complete.get(0);
    }

    private String folder(String job) throws IOException {
        String all = rest.configured(FOLDER_KEY);
        return all == null ? null : all.replaceFirst("/+$", "") + '/' + job;
    }

    /** The folder, if it is one of files and stands here under the same path. */
    private static Path visible(String folder) {
        if (folder == null || !folder.startsWith("file:/") && !folder.startsWith("/")) {
            return null;
        }
        Path path = Path.of(URI.create(folder).getPath());
        return Files.isDirectory(path) ? path : null;
    }
}
