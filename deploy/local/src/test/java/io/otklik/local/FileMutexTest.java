package io.otklik.local;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

class FileMutexTest {

    @Test
    @Timeout(20)
    void anotherThreadOfTheProcessWaitsForIt(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("lock");
        CompletableFuture<Void> second;
        try (FileMutex first = FileMutex.acquire(file)) {
            second = CompletableFuture.runAsync(() -> FileMutex.acquire(file).close());
            Thread.sleep(100);
            assertThat(second).isNotDone();
        }

        assertThat(second.orTimeout(10, TimeUnit.SECONDS)).succeedsWithin(10, TimeUnit.SECONDS);
    }
}
