package io.otklik.cli;

import org.junit.jupiter.api.Test;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;

import static org.assertj.core.api.Assertions.assertThat;

class ProgressBarTest {

    private static final Instant TIME = Instant.parse("2026-10-05T06:12:00.500Z");

    private final StringWriter err = new StringWriter();

    @Test
    void theBarShowsThePartOfTheFilesThatIsRead() {
        try (ProgressBar bar = new ProgressBar(new PrintWriter(err), 200, true)) {
            assertThat(bar.line(1500, 100, TIME, 0.5))
                    .isEqualTo(
                            "[===============               ]  50% 1,500 sent, 3,000/s, at 2026-10-05T06:12:00Z");
            assertThat(bar.line(1500, 500, TIME, 0.5)).contains("100%");
        }
    }

    @Test
    void withoutASizeThereIsNoBarAndWithoutATerminalNothing() {
        try (ProgressBar bar = new ProgressBar(new PrintWriter(err, true), 0, false)) {
            assertThat(bar.line(10, 5, TIME, 1)).startsWith("10 sent");
            bar.at(10, 5, TIME);
            bar.say("events.jsonl:7 is too large.");
        }
        assertThat(err.toString()).isEqualTo("events.jsonl:7 is too large.\n");
    }
}
