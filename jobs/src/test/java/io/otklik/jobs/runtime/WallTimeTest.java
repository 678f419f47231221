package io.otklik.jobs.runtime;

import org.junit.jupiter.api.Test;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

class WallTimeTest {

    private static final Duration LATENESS = Duration.ofSeconds(1);
    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final long START = 1_791_180_000_000L;

    private static long now;

    @Test
    void aJobThatStartsWithoutStateHasItsTimeAtOnce() {
        WallTime time = startedAt(START);

        assertThat(time.map(0L)).isEqualTo(START - 1_000);
        now += 1_000;
        assertThat(time.map(1L)).isEqualTo(START);
    }

    @Test
    void aRestoredJobHasNoTimeUntilTheGraceIsOver() {
        WallTime time = startedAt(START);

        assertThat(time.map(4_711L)).isEqualTo(Long.MIN_VALUE);
        now += GRACE.toMillis() - 1;
        assertThat(time.map(4_712L)).isEqualTo(Long.MIN_VALUE);
        now += 1;
        assertThat(time.map(4_713L)).isEqualTo(now - 1_000);
    }

    private static WallTime startedAt(long start) {
        now = start;
        return new WallTime(LATENESS, GRACE, () -> now);
    }
}
