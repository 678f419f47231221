package io.otklik.local.process;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class ProcessIdTest {

    @TempDir private Path folder;

    @Test
    void theSameNumberWithAnotherBirthIsAnotherProcess() {
        ProcessId self = ProcessId.current();

        assertThat(self.isAlive()).isTrue();
        assertThat(new ProcessId(self.pid(), "long ago").isAlive()).isFalse();
        assertThat(ProcessId.of(self.pid())).contains(self);
    }

    @Test
    void aStoppedProcessIsGoneWithWhatItStarted() throws IOException, InterruptedException {
        Process parent =
                new Command(List.of("sh", "-c", "sleep 60 & sleep 60"), Map.of())
                        .startDetached(folder, folder.resolve("out"));
        ProcessId id = ProcessId.of(parent.pid()).orElseThrow();
        List<ProcessId> children = awaitChildren(parent, 2);

        ProcessTree.stop(id, Duration.ofSeconds(5));

        assertThat(id.isAlive()).isFalse();
        assertThat(children).hasSize(2).noneMatch(ProcessId::isAlive);
        ProcessTree.stop(id, Duration.ofSeconds(5));
    }

    @Test
    void aProcessThatDoesNotListenIsEndedByForce() throws IOException, InterruptedException {
        Process deaf =
                new Command(
                                List.of("sh", "-c", "trap '' TERM; while :; do sleep 0.1; done"),
                                Map.of())
                        .start(folder, folder.resolve("out"));
        ProcessId id = ProcessId.of(deaf.pid()).orElseThrow();
        Thread.sleep(200);

        ProcessTree.stop(id, Duration.ofMillis(300));

        assertThat(id.isAlive()).isFalse();
        assertThat(deaf.waitFor()).isEqualTo(128 + 9);
    }

    private static List<ProcessId> awaitChildren(Process parent, int count)
            throws InterruptedException {
        for (int i = 0; i < 500 && parent.descendants().count() < count; i++) {
            Thread.sleep(10);
        }
        return parent.descendants().map(child -> ProcessId.of(child.pid()).orElseThrow()).toList();
    }
}
