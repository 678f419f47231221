package io.otklik.cli;

import io.otklik.local.flink.FlinkJob;
import io.otklik.local.flink.FlinkRest;
import io.otklik.local.flink.JobSpec;
import io.otklik.local.flink.RestorePoint;
import io.otklik.local.flink.StartFrom;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Starts jobs on another cluster, whose own configuration says where checkpoints go, each in a
 * folder of the job's name there.
 */
final class RemoteJobStarter implements JobStarter {

    private final FlinkRest rest;
    private final RemoteStates states;
    private String jarId;

    /**
     * @param ranBefore whether a job of that name has ever made a checkpoint
     */
    RemoteJobStarter(String address, Predicate<String> ranBefore) {
        if (!address.matches("[^:/\\s]+:\\d{1,5}")) {
            throw CommandException.wrongInput(
                    "--jobmanager is HOST:PORT of Flink's REST interface, not %s."
                            .formatted(address));
        }
        this.rest = new FlinkRest("http://" + address);
        this.states = new RemoteStates(rest, ranBefore);
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
    public Submission start(JobSpec spec, StartFrom from) throws IOException {
        List<FlinkJob> runs =
                rest.jobs().stream().filter(job -> job.name().equals(spec.name())).toList();
        Optional<FlinkJob> active = runs.stream().filter(FlinkJob::isActive).findFirst();
        if (active.isPresent()) {
            return new Submission(spec.name(), active.get().id(), null, false);
        }
        String path = path(spec.name(), runs, from);
        if (jarId == null) {
            jarId = rest.upload(spec.jar());
        }
        String id =
                rest.run(
                        jarId,
                        spec.mainClass(),
                        spec.arguments(),
                        states.options(spec.name()),
                        path == null ? null : new RestorePoint(path, false));
        return new Submission(spec.name(), id, path, true);
    }

    @Override
    public FlinkRest rest() {
        return rest;
    }

    private String path(String job, List<FlinkJob> runs, StartFrom from) throws IOException {
        return switch (from.kind()) {
            case NONE -> null;
            case PATH -> from.path();
            case LATEST -> states.latest(job, runs);
        };
    }

    @Override
    public void close() throws IOException {
        if (jarId != null) {
            rest.deleteJar(jarId);
        }
    }
}
