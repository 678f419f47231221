package io.otklik.language.model;

import org.junit.jupiter.api.Test;

import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ScoreSharesTest {

    private static final long[] TRAINED = {500, 100, 50, 50, 50, 50, 50, 50, 50, 50};

    private final ScoreShares shares = ScoreShares.of(TRAINED);

    @Test
    void theSameSpreadIsNoDriftHoweverManyMessages() {
        long[] twice = IntStream.range(0, 10).mapToLong(i -> TRAINED[i] * 2).toArray();
        assertThat(shares.drift(twice)).isCloseTo(0, within(1e-6));
    }

    @Test
    void tellsHowFarTheSpreadMoved() {
        long[] moved = {250, 100, 50, 50, 50, 50, 50, 50, 50, 300};
        // (0.25 − 0.5) ln 0.5 + (0.3 − 0.05) ln 6
        assertThat(shares.drift(moved)).isCloseTo(0.6212, within(1e-4));
    }

    @Test
    void anEmptyBucketWeighsWithBounds() {
        long[] one = {1000, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        assertThat(shares.drift(one)).isBetween(1.0, 4.0);
    }

    @Test
    void fewMessagesTellNothing() {
        assertThat(shares.drift(new long[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 199})).isZero();
        assertThat(ScoreShares.UNKNOWN.drift(new long[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 999})).isZero();
    }

    @Test
    void bucketsCoverAllProbabilities() {
        assertThat(ScoreShares.bucket(0)).isZero();
        assertThat(ScoreShares.bucket(0.1)).isEqualTo(1);
        assertThat(ScoreShares.bucket(1)).isEqualTo(9);
    }
}
