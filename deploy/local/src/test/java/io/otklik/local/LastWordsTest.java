package io.otklik.local;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

import static org.assertj.core.api.Assertions.assertThat;

class LastWordsTest {

    private static final Instant START =
            LocalDateTime.parse("2026-11-22T10:00:00").atZone(ZoneId.systemDefault()).toInstant();

    @TempDir private Path folder;

    @Test
    void theLastErrorIsToldWithItsInnermostCause() throws IOException {
        assertThat(
                        words(
                                """
                                2026-11-22 10:00:01.000 INFO  Broker Starting
                                2026-11-22 10:00:02.000 ERROR KafkaServer Exiting.
                                java.lang.RuntimeException: outer
                                \tat io.example.A.b(A.java:1)
                                Caused by: java.io.IOException: No space left on device
                                \tat io.example.A.c(A.java:2)
                                2026-11-22 10:00:03.000 INFO  Broker Stopped
                                """,
                                "Formatting\n"))
                .isEqualTo("Exiting: java.io.IOException: No space left on device");
    }

    @Test
    void anErrorOfAnEarlierRunIsNotTold() throws IOException {
        assertThat(words("2026-11-22 09:59:59.000 ERROR KafkaServer Old trouble\n", "New words\n"))
                .isEqualTo("New words");
    }

    @Test
    void withoutALogTheLastPrintedLineIsTold() throws IOException {
        assertThat(words(null, "Error occurred\nCould not reserve memory.\n\n"))
                .isEqualTo("Could not reserve memory.");
        assertThat(words(null, null)).isEmpty();
    }

    private String words(String log, String output) throws IOException {
        Path logFile = folder.resolve("a.log");
        Path outputFile = folder.resolve("a.out");
        Files.deleteIfExists(logFile);
        Files.deleteIfExists(outputFile);
        if (log != null) {
            Files.writeString(logFile, log);
        }
        if (output != null) {
            Files.writeString(outputFile, output);
        }
        return LastWords.of(logFile, outputFile, START);
    }
}
