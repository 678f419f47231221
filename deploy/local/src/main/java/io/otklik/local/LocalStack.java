package io.otklik.local;

import io.otklik.local.flink.FlinkJob;
import io.otklik.local.flink.FlinkRest;
import io.otklik.local.flink.LocalJobs;
import io.otklik.local.flink.SubmittedJob;
import io.otklik.local.process.Memory;
import io.otklik.local.process.ProcessId;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Kafka, Flink and ClickHouse on this machine, each its own process.
 *
 * <pre>{@code
 * LocalStack stack = new LocalStack(home, StackFolder.of(home));
 * StackSettings settings = stack.up(UpRequest.unchanged(), Progress.SILENT);
 * }</pre>
 */
public final class LocalStack {

    private final Home home;
    private final StackFolder folder;

    public LocalStack(Home home, StackFolder folder) {
        this.home = home;
        this.folder = folder;
    }

    /**
     * Starts what does not run, and waits until every part serves and every job that was submitted
     * earlier has been started again.
     *
     * @throws LocalStackException if something stands in the way; what runs stays running
     */
    public StackSettings up(UpRequest request, Progress progress)
            throws IOException, InterruptedException {
        return new StackStart(home, folder, progress).up(request);
    }

    /** Stops every process of the stack; data, checkpoints and the list of jobs stay. */
    public void down(Progress progress) throws IOException, InterruptedException {
        new StackStop(folder, progress).down();
    }

    /**
     * Addresses of the stack that runs.
     *
     * @throws LocalStackException if it does not run
     */
    public StackSettings settings() {
        return StackSettings.load(folder)
                .filter(settings -> state(Part.JOBMANAGER).isPresent() || supervisor().isPresent())
                .orElseThrow(
                        () ->
                                new LocalStackException(
                                        "The local stack is not up; start it by otklik up."));
    }

    /** The jobs of the stack that runs. */
    public LocalJobs jobs() {
        return new LocalJobs(folder, settings());
    }

    /** The folder of the stack's files. */
    public StackFolder folder() {
        return folder;
    }

    /** How every part and every job is now. */
    public StackStatus status() throws InterruptedException {
        Optional<StackSettings> settings = StackSettings.load(folder);
        List<PartStatus> parts = new ArrayList<>();
        for (Part part : Part.values()) {
            if (settings.isPresent() ? settings.get().has(part) : !part.isOptional()) {
                parts.add(status(part, settings.orElse(null)));
            }
        }
        Long supervisor = supervisor().map(ProcessId::pid).orElse(null);
        return new StackStatus(
                parts,
                supervisor,
                settings.map(this::jobs).orElse(List.of()),
                settings
                        .map(known -> new LocalJobs(folder, known).remembered())
                        .orElse(List.of())
                        .stream()
                        .map(SubmittedJob::name)
                        .toList());
    }

    private PartStatus status(Part part, StackSettings settings) throws InterruptedException {
        if (settings == null) {
            return stopped(part, "");
        }
        String address = settings.address(part);
        if (!settings.runs(part)) {
            return Readiness.serves(part, settings)
                    ? external(part, PartStatus.Condition.RUNNING, address)
                    : external(part, PartStatus.Condition.STOPPED, address);
        }
        Optional<PartState> state = state(part);
        if (state.isEmpty()) {
            return stopped(part, address);
        }
        PartState known = state.get();
        if (!known.isAlive()) {
            return new PartStatus(
                    part,
                    PartStatus.Condition.CRASHED,
                    address,
                    null,
                    null,
                    known.exitCode(),
                    known.restarts(),
                    lastWords(part, known));
        }
        OptionalLong memory = Memory.residentBytes(known.process().pid());
        return new PartStatus(
                part,
                Readiness.serves(part, settings)
                        ? PartStatus.Condition.RUNNING
                        : PartStatus.Condition.STARTING,
                address,
                known.process().pid(),
                memory.isPresent() ? memory.getAsLong() : null,
                null,
                known.restarts(),
                "");
    }

    private String lastWords(Part part, PartState state) {
        if (!state.endedByItself()) {
            return state.fate() + '.';
        }
        String words = LastWords.of(folder.log(part), folder.output(part), state.startedAt());
        return state.fate() + (words.isEmpty() ? "" : "; last error: " + words);
    }

    private static PartStatus stopped(Part part, String address) {
        return external(part, PartStatus.Condition.STOPPED, address);
    }

    private static PartStatus external(Part part, PartStatus.Condition condition, String address) {
        return new PartStatus(part, condition, address, null, null, null, 0, "");
    }

    private List<FlinkJob> jobs(StackSettings settings) {
        try {
            return new FlinkRest(settings.flinkUrl()).jobs();
        } catch (IOException | LocalStackException e) {
            return List.of();
        }
    }

    private Optional<PartState> state(Part part) {
        return JsonFile.read(folder.state(part), PartState.class);
    }

    private Optional<ProcessId> supervisor() {
        return StackStop.supervisor(folder);
    }

    /** The parts whose process lives. */
    static List<Part> living(StackFolder folder) {
        return Arrays.stream(Part.values())
                .filter(
                        part ->
                                JsonFile.read(folder.state(part), PartState.class)
                                        .filter(PartState::isAlive)
                                        .isPresent())
                .toList();
    }
}
