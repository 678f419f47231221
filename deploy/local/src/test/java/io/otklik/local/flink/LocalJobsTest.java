package io.otklik.local.flink;

import io.otklik.local.LocalStackException;
import io.otklik.local.StackFolder;
import io.otklik.local.StackSettings;
import io.otklik.local.StackSettings.ClickHouseKind;
import io.otklik.local.testkit.FakeFlink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LocalJobsTest {

    private final FakeFlink flink = new FakeFlink();
    private StackFolder folder;

    @TempDir private Path temporary;

    @BeforeEach
    void makeFolders() throws IOException {
        folder = new StackFolder(temporary.resolve("stack"));
        Files.createDirectories(folder.jobs().getParent());
        Files.createDirectories(folder.lock("jobs").getParent());
    }

    @AfterEach
    void stop() {
        flink.close();
    }

    @Test
    void aJobWhoseSubmissionWasCutShortIsTakenOverAndNotStartedTwice() throws IOException {
        flink.lists("normalize", "b1", "RUNNING");
        LocalJobs jobs = new LocalJobs(folder, settings());

        LocalJobs.Started started = jobs.submit(spec(), StartFrom.latest());

        assertThat(started.isNew()).isFalse();
        assertThat(started.job().jobId()).isEqualTo("b1");
        assertThat(jobs.remembered()).containsExactly(started.job());
        assertThat(flink.runs()).isZero();
    }

    @Test
    void aJobThatEndedIsStartedAndTheRunIsRemembered() throws IOException {
        flink.lists("normalize", "b1", "CANCELED");
        flink.lists("appeals", "b2", "RUNNING");
        LocalJobs jobs = new LocalJobs(folder, settings());

        LocalJobs.Started started = jobs.submit(spec(), StartFrom.latest());

        assertThat(started.isNew()).isTrue();
        assertThat(jobs.remembered())
                .singleElement()
                .extracting(SubmittedJob::jobId)
                .isEqualTo(FakeFlink.NEW_RUN);
        assertThat(flink.runs()).isOne();
    }

    @Test
    void theSupervisorTakesOverARunThatItDoesNotKnow() throws IOException {
        LocalJobs jobs = new LocalJobs(folder, settings());
        jobs.submit(spec(), StartFrom.latest());
        flink.lists("normalize", FakeFlink.NEW_RUN, "CANCELED");
        flink.lists("normalize", "b2", "RESTARTING");
        List<String> said = new ArrayList<>();

        jobs.reconcile(true, said::add);
        jobs.reconcile(true, said::add);

        assertThat(said).containsExactly("Job normalize runs already as b2");
        assertThat(jobs.remembered())
                .singleElement()
                .extracting(SubmittedJob::jobId)
                .isEqualTo("b2");
        assertThat(flink.runs()).isOne();
    }

    @Test
    void ofTwoRunsTheRememberedOneStays() throws IOException {
        LocalJobs jobs = new LocalJobs(folder, settings());
        jobs.submit(spec(), StartFrom.latest());
        flink.lists("normalize", "b2", "RUNNING");
        flink.lists("normalize", FakeFlink.NEW_RUN, "RUNNING");
        List<String> said = new ArrayList<>();

        jobs.reconcile(false, said::add);

        assertThat(said).isEmpty();
        assertThat(jobs.remembered())
                .singleElement()
                .extracting(SubmittedJob::jobId)
                .isEqualTo(FakeFlink.NEW_RUN);
    }

    @Test
    void anotherBuildOfTheJobsThanTheClustersIsRefusedWithWhatToDo() throws IOException {
        Files.createDirectories(folder.clusterJobs().getParent());
        Files.writeString(folder.clusterJobs(), "old");
        Path built = Files.writeString(temporary.resolve("otklik-jobs-0.1.0-all.jar"), "new");
        LocalJobs jobs = new LocalJobs(folder, settings());

        assertThatThrownBy(
                        () ->
                                jobs.submit(
                                        new JobSpec("normalize", "Main", List.of(), built),
                                        StartFrom.latest()))
                .isInstanceOf(LocalStackException.class)
                .hasMessageContaining("another build")
                .hasMessageContaining("otklik down and otklik up");
        assertThat(jobs.remembered()).isEmpty();
    }

    private JobSpec spec() throws IOException {
        Path jar = Files.writeString(temporary.resolve("count.jar"), "classes");
        return new JobSpec("normalize", "Main", List.of("--kafka", "k:9092"), jar);
    }

    private StackSettings settings() {
        return new StackSettings(
                1, 2, flink.port(), 4, ClickHouseKind.ENGINE, "http://127.0.0.1:5", null, 0, null);
    }
}
