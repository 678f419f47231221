package io.otklik.cli.replay;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PacerTest {

    private static final Instant START = Instant.parse("2026-10-05T06:00:00Z");

    @Test
    void anHourAtSixtyTimesIsAMinute() {
        Pacer pacer = new Pacer(Pacer.parse("60"));

        assertThat(pacer.untilDue(START, 1_000)).isEqualTo(Duration.ZERO);
        assertThat(pacer.untilDue(START.plusSeconds(3600), 1_000)).isEqualTo(Duration.ofMinutes(1));
        assertThat(pacer.untilDue(START.plusSeconds(3600), 1_000 + 59_000_000_000L))
                .isEqualTo(Duration.ofSeconds(1));
        assertThat(pacer.untilDue(START.minusSeconds(60), 2_000))
                .as("older than the first")
                .isEqualTo(Duration.ZERO);
    }

    @Test
    void atFullSpeedNothingWaits() {
        Pacer pacer = new Pacer(Pacer.parse("max"));
        pacer.untilDue(START, 0);

        assertThat(pacer.untilDue(START.plusSeconds(86_400), 0)).isEqualTo(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "NaN", "fast", ""})
    void aSpeedIsANumberAboveZero(String text) {
        assertThatThrownBy(() -> Pacer.parse(text)).isInstanceOf(NumberFormatException.class);
    }
}
