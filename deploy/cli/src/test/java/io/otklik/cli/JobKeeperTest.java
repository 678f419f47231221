package io.otklik.cli;

import io.otklik.local.flink.JobSpec;
import io.otklik.local.testkit.FakeFlink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** What is started again on a cluster that lost its jobs. */
class JobKeeperTest {

    private final FakeFlink flink = new FakeFlink();
    private final StringWriter said = new StringWriter();

    @TempDir private Path folder;

    private Path jar;

    @BeforeEach
    void configure() throws IOException {
        flink.configures("execution.checkpointing.dir", "file://" + folder + '/');
        jar = Files.writeString(folder.resolve("jobs.jar"), "classes");
    }

    @AfterEach
    void stop() {
        flink.close();
    }

    @Test
    void aJobThatANewJobManagerDoesNotKnowGoesOnFromItsNewestCheckpoint() throws IOException {
        checkpoint("appeals/a0/chk-9");

        keeper("appeals").look();

        assertThat(flink.runs()).isEqualTo(1);
        assertThat(flink.lastRun().path("savepointPath").asText())
                .isEqualTo("file://" + folder + "/appeals/a0/chk-9");
        assertThat(said.toString()).contains("appeals").contains("chk-9");
    }

    @Test
    void aJobThatRunsIsLeftAlone() throws IOException {
        checkpoint("appeals/a0/chk-9");
        flink.lists("appeals", "a2", "RUNNING");

        keeper("appeals").look();

        assertThat(flink.runs()).isZero();
        assertThat(said.toString()).isEmpty();
    }

    @Test
    void oneWhoseStateIsNotFoundIsSaidAndHoldsNobodyBack() throws IOException {
        checkpoint("appeals/a0/chk-9");

        keeper("normalize", "appeals").look();

        assertThat(flink.runs()).isEqualTo(1);
        assertThat(said.toString()).contains("Job normalize ran before");
    }

    @Test
    void aClusterThatDoesNotAnswerIsSaidAndNothingMore() {
        JobKeeper keeper = keeper("appeals");
        flink.close();

        keeper.look();

        assertThat(said.toString()).contains("No Flink answers on");
    }

    private JobKeeper keeper(String... jobs) {
        List<JobSpec> specs =
                List.of(jobs).stream()
                        .map(job -> new JobSpec(job, "Main", List.of(), jar))
                        .toList();
        String address = "127.0.0.1:" + flink.port();
        return new JobKeeper(
                specs,
                () -> new RemoteJobStarter(address, ranBefore -> true),
                new PrintWriter(said, true));
    }

    private void checkpoint(String path) throws IOException {
        Files.writeString(
                Files.createDirectories(folder.resolve(path)).resolve("_metadata"), "state");
    }
}
