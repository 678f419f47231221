package io.otklik.cli;

import org.junit.jupiter.api.Test;

import java.io.PrintWriter;
import java.io.StringWriter;

import static org.assertj.core.api.Assertions.assertThat;

class TerminalProgressTest {

    private final StringWriter err = new StringWriter();

    @Test
    void aFileGetsOnlyWhatIsDone() {
        try (TerminalProgress progress = new TerminalProgress(new PrintWriter(err), false)) {
            progress.working("Starting Kafka");
            progress.done("Kafka is ready");
        }
        assertThat(err.toString()).isEqualTo("Kafka is ready\n");
    }

    @Test
    void aTerminalSeesWhatIsBeingDoneAndKeepsWhatIsDone() {
        try (TerminalProgress progress = new TerminalProgress(new PrintWriter(err), true)) {
            progress.working("Starting Kafka");
            progress.done("Kafka is ready");
        }
        assertThat(err.toString())
                .contains("Starting Kafka … 0 s")
                .contains("\r\u001b[KKafka is ready\n");
    }
}
