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
import java.nio.file.attribute.FileTime;
import java.time.Instant;
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
    void aJobThatBeganAnewDoesNotComeBackFromTheStateThatItWasToLeave() throws IOException {
        LocalJobs jobs = new LocalJobs(folder, settings());
        checkpoint("old/chk-77", Instant.now().minusSeconds(60));
        jobs.submit(spec(), StartFrom.none());
        assertThat(restoredFrom()).isNull();

        // The JobManager died before the first checkpoint; the supervisor is a new process.
        new LocalJobs(folder, settings()).reconcile(false, said -> {});

        assertThat(flink.runs()).isEqualTo(2);
        assertThat(restoredFrom()).isNull();
        // Nor does whoever submits it again.
        jobs.submit(spec(), StartFrom.latest());
        assertThat(restoredFrom()).isNull();

        String own = checkpoint(FakeFlink.NEW_RUN + "/chk-1", Instant.now().plusSeconds(1));
        jobs.reconcile(false, said -> {});
        assertThat(restoredFrom()).isEqualTo(own);
    }

    @Test
    void aJobThatBeganFromAPathComesBackFromItUntilItHasACheckpointOfItsOwn() throws IOException {
        LocalJobs jobs = new LocalJobs(folder, settings());
        checkpoint("old/chk-77", Instant.now().minusSeconds(60));
        jobs.submit(spec(), StartFrom.parse("file:///kept/savepoint-1"));

        jobs.reconcile(false, said -> {});

        assertThat(restoredFrom()).isEqualTo("file:///kept/savepoint-1");
        assertThat(flink.lastRun().path("claimMode").asText()).isEqualTo("NO_CLAIM");
    }

    @Test
    void whatAnEarlierBuildRememberedGoesOnFromItsNewestCheckpoint() throws IOException {
        String newest = checkpoint("old/chk-77", Instant.now().minusSeconds(60));
        Files.writeString(
                folder.jobs(),
                """
                [{"name":"normalize","mainClass":"Main","arguments":[],"jar":"%s","jobId":"old",\
                "submittedAt":"2026-11-01T00:00:00.000Z"}]"""
                        .formatted(spec().jar()));

        new LocalJobs(folder, settings()).reconcile(false, said -> {});

        assertThat(restoredFrom()).isEqualTo(newest);
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

    private String restoredFrom() {
        return flink.lastRun().path("savepointPath").asText(null);
    }

    /** Gives its address, as Flink is told of it. */
    private String checkpoint(String name, Instant at) throws IOException {
        Path checkpoint = folder.checkpoints().resolve("normalize").resolve(name);
        Path metadata = Files.createDirectories(checkpoint).resolve("_metadata");
        Files.setLastModifiedTime(Files.writeString(metadata, "state"), FileTime.from(at));
        return FlinkConfiguration.uri(checkpoint);
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
