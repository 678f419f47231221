package io.otklik.jobs.runtime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

class WallTimeTest {

    private static final Duration LATENESS = Duration.ofSeconds(1);
    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final long START = 1_791_180_000_000L;

    private static long now;

    @Test
    void aJobThatStartsWithoutStateAndBacklogHasItsTimeAtOnce() {
        WallTime time = startedAt(START, new ClockGrace(Duration.ZERO, GRACE));

        assertThat(time.map(0L)).isEqualTo(START - 1_000);
        now += 1_000;
        assertThat(time.map(1L)).isEqualTo(START);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 4_711})
    void aJobWithABacklogHasNoTimeUntilTheGraceIsOver(long firstTick) {
        WallTime time = startedAt(START, new ClockGrace(GRACE, GRACE));

        assertThat(time.map(firstTick)).isEqualTo(Long.MIN_VALUE);
        now += GRACE.toMillis() - 1;
        assertThat(time.map(firstTick + 1)).isEqualTo(Long.MIN_VALUE);
        now += 1;
        assertThat(time.map(firstTick + 2)).isEqualTo(now - 1_000);
    }

    private static WallTime startedAt(long start, ClockGrace grace) {
        now = start;
        return new WallTime(LATENESS, grace, () -> now);
    }
}
