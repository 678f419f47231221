package io.otklik.cli;

import io.otklik.local.flink.FlinkJob;
import io.otklik.local.flink.FlinkRest;
import io.otklik.local.flink.JobSpec;
import io.otklik.local.flink.RestorePoint;
import io.otklik.local.flink.StartFrom;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts jobs on another cluster, whose own configuration says where checkpoints go. */
final class RemoteJobStarter implements JobStarter {

    private final FlinkRest rest;
    private String jarId;

    RemoteJobStarter(String address) {
        if (!address.matches("[^:/\\s]+:\\d{1,5}")) {
            throw CommandException.wrongInput(
                    "--jobmanager is HOST:PORT of Flink's REST interface, not %s."
                            .formatted(address));
        }
        this.rest = new FlinkRest("http://" + address);
        try {
            rest.slots();
        } catch (IOException e) {
            throw CommandException.failed(
                    "No Flink answers on %s (%s); check --jobmanager."
                            .formatted(address, e.getMessage()),
                    e);
        }
    }

    @Override
    public Submission start(JobSpec spec, StartFrom from) throws IOException, InterruptedException {
        List<FlinkJob> runs =
                rest.jobs().stream().filter(job -> job.name().equals(spec.name())).toList();
        Optional<FlinkJob> active = runs.stream().filter(FlinkJob::isActive).findFirst();
        if (active.isPresent()) {
            return new Submission(spec.name(), active.get().id(), null, false);
        }
        String path = path(runs, from);
        if (jarId == null) {
            jarId = rest.upload(spec.jar());
        }
        String id =
                rest.run(
                        jarId,
                        spec.mainClass(),
                        spec.arguments(),
                        Map.of(),
                        path == null ? null : new RestorePoint(path, false));
        JobStarter.awaitRunning(rest, spec.name(), id);
        return new Submission(spec.name(), id, path, true);
    }

    private String path(List<FlinkJob> runs, StartFrom from) throws IOException {
        return switch (from.kind()) {
            case NONE -> null;
            case PATH -> from.path();
            // The JobManager remembers the checkpoints of the runs that it has seen.
            case LATEST -> runs.isEmpty() ? null : rest.latestCheckpoint(runs.get(0).id());
        };
    }

    @Override
    public void close() throws IOException {
        if (jarId != null) {
            rest.deleteJar(jarId);
        }
    }
}
