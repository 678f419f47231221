package io.otklik.local;

import io.otklik.local.StackSettings.ClickHouseKind;
import io.otklik.local.flink.Checkpoints;
import io.otklik.local.flink.CountingJob;
import io.otklik.local.flink.FlinkRest;
import io.otklik.local.flink.JobSpec;
import io.otklik.local.flink.LocalJobs;
import io.otklik.local.flink.StartFrom;
import io.otklik.local.flink.TestJar;
import io.otklik.local.process.Ports;
import io.otklik.local.process.ProcessId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The life of one stack of real processes, in the order of its tests. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LocalStackITCase {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir private static Path temporary;
    private static LocalStack stack;
    private static UpRequest request;
    private static StackSettings settings;
    private static String firstRun;

    @BeforeAll
    static void chooseFreePorts() throws IOException {
        stack = new LocalStack(Home.find(), new StackFolder(temporary.resolve("stack 1")));
        request =
                new UpRequest(
                        Ports.free(),
                        Ports.free(),
                        Ports.free(),
                        ClickHouseKind.ENGINE,
                        null,
                        null);
    }

    @AfterAll
    static void leaveNothing() throws IOException, InterruptedException {
        stack.down(Progress.SILENT);
    }

    @Test
    @Order(1)
    void aTakenPortStopsTheStartWithASentence() throws IOException {
        try (ServerSocket taken =
                new ServerSocket(request.flinkPort(), 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> stack.up(request, Progress.SILENT))
                    .isInstanceOf(LocalStackException.class)
                    .hasMessageStartingWith(
                            "Port %d, which Flink JobManager needs".formatted(taken.getLocalPort()))
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
        assertThat(processes()).isEmpty();
    }

    @Test
    @Order(2)
    void upStartsEveryPart() throws IOException, InterruptedException {
        List<String> said = new ArrayList<>();

        settings = stack.up(request, recording(said));

        StackStatus status = stack.status();
        assertThat(status.allRunning()).as("%s", status).isTrue();
        assertThat(status.supervisorPid()).isNotNull();
        assertThat(status.parts()).allSatisfy(part -> assertThat(part.memoryBytes()).isPositive());
        assertThat(said).hasSize(4).allMatch(line -> line.contains(" is ready"));
        assertThat(new FlinkRest(settings.flinkUrl()).slots()).isEqualTo(16);
    }

    @Test
    @Order(3)
    void upAgainChangesNothing() throws IOException, InterruptedException {
        List<ProcessId> before = processes();

        assertThat(stack.up(UpRequest.unchanged(), Progress.SILENT)).isEqualTo(settings);

        assertThat(processes()).isEqualTo(before);
        UpRequest other = new UpRequest(Ports.free(), null, null, null, null, null);
        assertThatThrownBy(() -> stack.up(other, Progress.SILENT))
                .isInstanceOf(LocalStackException.class)
                .hasMessageEndingWith("run otklik down first.");
    }

    @Test
    @Order(4)
    void aJobRunsOnceAndItsMainMethodsErrorIsTold() throws Exception {
        Path jar = TestJar.write(temporary.resolve("count.jar"), CountingJob.class);
        LocalJobs jobs = stack.jobs();
        JobSpec wrong = new JobSpec("wrong", CountingJob.class.getName(), List.of("fail"), jar);
        assertThatThrownBy(() -> jobs.submit(wrong, StartFrom.latest()))
                .isInstanceOf(LocalStackException.class)
                .hasMessageEndingWith(": The option --kafka is missing.");
        JobSpec count = new JobSpec("count", CountingJob.class.getName(), List.of(), jar);

        LocalJobs.Started started = jobs.submit(count, StartFrom.latest());

        assertThat(started.isNew()).isTrue();
        assertThat(started.from()).isNull();
        firstRun = started.job().jobId();
        assertThat(jobs.submit(count, StartFrom.latest()).isNew()).isFalse();
        assertThat(jobs.remembered()).singleElement().isEqualTo(started.job());
        await("a checkpoint", () -> !Checkpoints.complete(jobs.checkpoints("count")).isEmpty());
    }

    @Test
    @Order(5)
    void afterEverythingIsKilledUpBringsBackPartsAndJobs() throws Exception {
        List<ProcessId> killed = processes();
        killed.forEach(process -> process.handle().orElseThrow().destroyForcibly());
        await("the end of all", () -> killed.stream().noneMatch(ProcessId::isAlive));
        assertThat(stack.status().parts())
                .extracting(PartStatus::condition)
                .containsOnly(PartStatus.Condition.CRASHED);

        stack.up(UpRequest.unchanged(), Progress.SILENT);

        assertThat(stack.status().allRunning()).isTrue();
        String run = stack.jobs().remembered().get(0).jobId();
        assertThat(run).isNotEqualTo(firstRun);
        FlinkRest rest = new FlinkRest(settings.flinkUrl());
        await("the job", () -> rest.allTasksRun(run));
        assertThat(rest.restoredFrom(run)).contains(firstRun + "/chk-");
    }

    @Test
    @Order(6)
    void aKilledPartIsStartedAgain() throws Exception {
        ProcessId killed = state(Part.CLICKHOUSE).orElseThrow().process();
        killed.handle().orElseThrow().destroyForcibly();

        await(
                "another process",
                () ->
                        state(Part.CLICKHOUSE).filter(PartState::isAlive).isPresent()
                                && !state(Part.CLICKHOUSE).get().process().equals(killed));

        await("ClickHouse", () -> Readiness.serves(Part.CLICKHOUSE, settings));
        assertThat(state(Part.CLICKHOUSE).orElseThrow().restarts()).isEqualTo(1);
    }

    @Test
    @Order(7)
    void downLeavesNoProcessAndMayBeRepeated() throws IOException, InterruptedException {
        List<ProcessId> before = processes();
        assertThat(before).hasSize(5);

        stack.down(Progress.SILENT);
        stack.down(Progress.SILENT);

        assertThat(before).noneMatch(ProcessId::isAlive);
        StackStatus status = stack.status();
        assertThat(status.allStopped()).isTrue();
        assertThat(status.rememberedJobs()).containsExactly("count");
        assertThat(Ports.isFree(settings.kafkaPort())).isTrue();
        assertThat(Checkpoints.complete(stack.folder().checkpoints().resolve("count")))
                .isNotEmpty();
        assertThatThrownBy(stack::settings).hasMessageContaining("start it by otklik up");
    }

    /** The supervisor and the parts that live. */
    private static List<ProcessId> processes() {
        List<ProcessId> processes = new ArrayList<>();
        StackStop.supervisor(stack.folder()).ifPresent(processes::add);
        Arrays.stream(Part.values())
                .map(LocalStackITCase::state)
                .flatMap(Optional::stream)
                .filter(PartState::isAlive)
                .map(PartState::process)
                .forEach(processes::add);
        return processes;
    }

    private static Optional<PartState> state(Part part) {
        return JsonFile.read(stack.folder().state(part), PartState.class);
    }

    private static void await(String what, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("%s in time", what).isLessThan(deadline);
            Thread.sleep(100);
        }
    }

    private static Progress recording(List<String> said) {
        return new Progress() {
            @Override
            public void working(String what) {}

            @Override
            public void done(String what) {
                said.add(what);
            }
        };
    }
}
