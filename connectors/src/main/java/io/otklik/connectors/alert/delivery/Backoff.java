package io.otklik.connectors.alert.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Pauses that double from {@code first} to {@code longest}, each shortened by up to a fifth at
 * random so that what failed together does not return together.
 */
record Backoff(Duration first, Duration longest, RandomGenerator random) {

    private static final double JITTER = 0.2;

    /**
     * @param failures in a row, at least 1
     */
    Duration pause(int failures) {
        // Beyond 2^30 every pause is the longest anyway.
        long factor = 1L << Math.min(failures - 1, 30);
        long millis = Math.min(longest.toMillis(), first.toMillis() * factor);
        return Duration.ofMillis(millis - (long) (millis * JITTER * random.nextDouble()));
    }
}
