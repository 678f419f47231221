package io.otklik.connectors.alert.delivery;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class BackoffTest {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    @Test
    void pausesDoubleUpToTheLongest() {
        Backoff backoff = new Backoff(FIRST, LONGEST, () -> 0L);

        assertThat(IntStream.of(1, 2, 3, 9, 10, 64, Integer.MAX_VALUE).mapToObj(backoff::pause))
                .containsExactly(
                        FIRST,
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(256),
                        LONGEST,
                        LONGEST,
                        LONGEST);
    }

    @Test
    void eachIsShortenedByAtMostAFifth() {
        Backoff backoff = new Backoff(FIRST, LONGEST, new Random(7));

        Set<Long> pauses =
                IntStream.range(0, 1_000)
                        .mapToObj(i -> backoff.pause(3).toMillis())
                        .collect(Collectors.toSet());

        assertThat(pauses).allMatch(millis -> millis > 3_200 && millis <= 4_000);
        assertThat(pauses).hasSizeGreaterThan(400);
    }
}
