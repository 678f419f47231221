package io.otklik.local.flink;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

import static org.assertj.core.api.Assertions.assertThat;

class CheckpointsTest {

    @TempDir private Path folder;

    @Test
    void theNewestCompleteCheckpointOfAllRunsComesFirst() throws IOException {
        Path old = checkpoint("run1", "chk-90", 1_000);
        Path newest = checkpoint("run2", "chk-4", 3_000);
        Path second = checkpoint("run2", "chk-3", 2_000);
        Files.createDirectories(folder.resolve("run2").resolve("chk-5"));
        Files.createFile(folder.resolve("run2").resolve("chk-5").resolve("_metadata.inprogress"));
        Files.createDirectories(folder.resolve("run2").resolve("shared"));
        Files.createFile(folder.resolve("run2").resolve("shared").resolve("_metadata"));

        assertThat(Checkpoints.complete(folder)).containsExactly(newest, second, old);
    }

    @Test
    void aJobThatNeverRanHasNone() throws IOException {
        assertThat(Checkpoints.complete(folder.resolve("none"))).isEmpty();
        assertThat(Checkpoints.complete(folder)).isEmpty();
    }

    private Path checkpoint(String run, String name, long millis) throws IOException {
        Path checkpoint = Files.createDirectories(folder.resolve(run).resolve(name));
        Path metadata = Files.createFile(checkpoint.resolve("_metadata"));
        Files.setLastModifiedTime(metadata, FileTime.fromMillis(millis));
        return checkpoint;
    }
}
