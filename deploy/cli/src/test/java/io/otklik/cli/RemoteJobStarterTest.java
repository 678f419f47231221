package io.otklik.cli;

import io.otklik.local.LocalStackException;
import io.otklik.local.flink.JobSpec;
import io.otklik.local.flink.StartFrom;
import io.otklik.local.testkit.FakeFlink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Where a job on another cluster has its state from. */
class RemoteJobStarterTest {

    private static final boolean RAN = true;
    private static final boolean NEVER_RAN = false;

    private final FakeFlink flink = new FakeFlink();

    @TempDir private Path folder;

    @BeforeEach
    void configure() {
        flink.configures("execution.checkpointing.dir", "file://" + folder + '/');
    }

    @AfterEach
    void stop() {
        flink.close();
    }

    @Test
    void theNewestRunsNewestCheckpointIsTaken() throws IOException {
        flink.lists("appeals", "a0", "CANCELED");
        flink.hasState("a0", "completed", 9, "file:/all/a0/chk-9");
        flink.lists("appeals", "a2", "FINISHED");
        flink.hasState("a2", "restored", 9, "file:/all/a0/chk-9");
        flink.hasState("a2", "completed", 11, "file:/all/a2/chk-11");
        flink.hasState("a2", "savepoint", 12, "file:/all/savepoint-12");

        assertThat(start(RAN)).isEqualTo("file:/all/savepoint-12");
    }

    @Test
    void aRunThatFailedBeforeItsFirstCheckpointLeavesWhatItStartedFrom() throws IOException {
        flink.lists("appeals", "a2", "FAILED");
        flink.hasState("a2", "restored", 9, "file:/all/a0/chk-9");

        assertThat(start(RAN)).isEqualTo("file:/all/a0/chk-9");
    }

    @Test
    void behindARunThatHasNoStateNobodyGuesses() throws IOException {
        flink.lists("appeals", "a0", "CANCELED");
        flink.hasState("a0", "completed", 9, "file:/all/a0/chk-9");
        flink.lists("appeals", "a2", "FAILED");

        assertThatThrownBy(() -> start(RAN))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("newest run of job appeals (a2)")
                .hasMessageContaining("file:/all/a0/chk-9")
                .hasMessageContaining("--from none");
        assertThat(flink.runs()).isZero();
    }

    @Test
    void norByWhatLiesInTheJobsFolder() throws IOException {
        flink.lists("appeals", "a2", "FAILED");
        checkpoint("appeals/a0/chk-9");

        assertThatThrownBy(() -> start(RAN))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining(folder + "/appeals/a0/chk-9");
        assertThat(flink.runs()).isZero();
    }

    @Test
    void whatTheJobManagerForgotIsFoundInTheJobsFolder() throws IOException {
        checkpoint("appeals/a0/chk-9");
        checkpoint("store/b0/chk-70");

        assertThat(start(RAN)).isEqualTo("file://" + folder + "/appeals/a0/chk-9");
    }

    @Test
    void aJobThatRanAndWhoseStateIsNotFoundIsNotStarted() {
        assertThatThrownBy(() -> start(RAN))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("Job appeals ran before")
                .hasMessageContaining("--from PATH")
                .hasMessageContaining("--from none");
        assertThat(flink.runs()).isZero();
    }

    @Test
    void aJobThatNeverRanBeginsAnewAndKeepsItsCheckpointsApart() throws IOException {
        assertThat(start(NEVER_RAN)).isNull();
        assertThat(
                        flink.lastRun()
                                .path("flinkConfiguration")
                                .path("execution.checkpointing.dir")
                                .asText())
                .isEqualTo("file://" + folder + "/appeals");
    }

    @Test
    void noneBeginsAnewThoughItRan() throws IOException {
        checkpoint("appeals/a0/chk-9");

        assertThat(start(RAN, StartFrom.none())).isNull();
    }

    @Test
    void optionsOfAJobThatRunsAreCheckedAndItIsToldThatTheyWait() throws IOException {
        flink.lists("appeals", "a0", "RUNNING");
        flink.refusesPlans("There is no option --foo; known: --bounded.");
        try (RemoteJobStarter starter =
                new RemoteJobStarter("127.0.0.1:" + flink.port(), job -> RAN)) {
            Submission submission = starter.start(spec("--foo", "bar"), StartFrom.latest());

            assertThat(submission.started()).isFalse();
            assertThat(submission.sentence(false)).isEqualTo("appeals runs already (a0).");
            assertThat(submission.sentence(true)).contains("cancelled and submitted anew");
            assertThatThrownBy(() -> starter.check(spec("--foo", "bar")))
                    .isInstanceOf(LocalStackException.class)
                    .hasMessageContaining("There is no option --foo");
        }
        assertThat(flink.runs()).isZero();
    }

    /** The path that the job was started from; null for an empty state. */
    private String start(boolean ranBefore) throws IOException {
        return start(ranBefore, StartFrom.latest());
    }

    private String start(boolean ranBefore, StartFrom from) throws IOException {
        try (RemoteJobStarter starter =
                new RemoteJobStarter("127.0.0.1:" + flink.port(), job -> ranBefore)) {
            Submission submission = starter.start(spec(), from);
            assertThat(submission.started()).isTrue();
            assertThat(flink.lastRun().path("savepointPath").asText(null))
                    .isEqualTo(submission.from());
            return submission.from();
        }
    }

    private JobSpec spec(String... arguments) throws IOException {
        Path jar = Files.writeString(folder.resolve("jobs.jar"), "classes");
        return new JobSpec("appeals", "Main", List.of(arguments), jar);
    }

    private void checkpoint(String path) throws IOException {
        Files.writeString(
                Files.createDirectories(folder.resolve(path)).resolve("_metadata"), "state");
    }
}
