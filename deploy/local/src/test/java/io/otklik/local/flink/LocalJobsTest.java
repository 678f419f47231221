package io.otklik.local.flink;

import io.otklik.local.LocalStackException;
import io.otklik.local.StackFolder;
import io.otklik.local.StackSettings;
import io.otklik.local.StackSettings.ClickHouseKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LocalJobsTest {

    @TempDir private Path temporary;

    @Test
    void anotherBuildOfTheJobsThanTheClustersIsRefusedWithWhatToDo() throws IOException {
        StackFolder folder = new StackFolder(temporary.resolve("stack"));
        Files.createDirectories(folder.clusterJobs().getParent());
        Files.createDirectories(folder.jobs().getParent());
        Files.createDirectories(folder.lock("jobs").getParent());
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

    /** Nothing listens there: the refusal comes before the cluster is asked. */
    private static StackSettings settings() {
        return new StackSettings(
                1, 2, 3, 4, ClickHouseKind.ENGINE, "http://127.0.0.1:5", null, 0, null);
    }
}
