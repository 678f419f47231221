package io.otklik.jobs.engagement;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** What running totals and single events gain, case by case. */
class CounterSeriesTest {

    private static final long HOUR = 3_600_000L;
    private static final long NONE = CounterSeries.ABSENT;

    @Test
    void theFirstTotalOfANewPostCountsFromZeroAndThatOfAnOldOneNothing() {
        CounterSeries series = views(CounterSeries.EMPTY, 100 * HOUR, 500);

        assertThat(gained(series, 90 * HOUR)).containsExactly(500L);
        assertThat(gained(series, 70 * HOUR)).containsExactly(0L);
        assertThat(gained(series, NONE)).containsExactly(0L);
    }

    @Test
    void aTotalThatComesLateDividesTheGainThatWasCountedAfterIt() {
        CounterSeries series = views(views(CounterSeries.EMPTY, 10, 100), 30, 180);
        assertThat(gained(series, 0)).containsExactly(100L, 80L);

        assertThat(gained(views(series, 20, 150), 0)).containsExactly(100L, 50L, 30L);
    }

    @Test
    void viewsThatFallBelowHalfStartAnewAndTakeFallenLikesAlong() {
        CounterSeries series = totals(CounterSeries.EMPTY, 10, 1_000, 40, 7);
        series = totals(series, 20, 30, 2, 9);

        assertThat(gains(series)).containsExactly(List.of(1_000L, 40L, 7L), List.of(30L, 2L, 2L));
    }

    @Test
    void aSmallFallIsACorrectionAndLikesAreTakenBack() {
        CounterSeries series = totals(CounterSeries.EMPTY, 10, 1_000, 40, 7);
        series = totals(series, 20, 990, 35, 7);

        assertThat(gains(series)).containsExactly(List.of(1_000L, 40L, 7L), List.of(-10L, -5L, 0L));
    }

    @Test
    void eventsBetweenTwoTotalsAreNotCountedTwice() {
        CounterSeries series = totals(CounterSeries.EMPTY, 10, 0, 5, 0);
        series = series.withChange(15, new long[] {0, 2, 0, 0});
        series = series.withChange(25, new long[] {0, 1, 0, 0});
        series = totals(series, 30, 0, 10, 0);
        assertThat(gained(series, 1, 0)).containsExactly(5L, 2L);

        assertThat(series.dividesChanges(20)).isTrue();
        CounterSeries divided =
                series.withSnapshot(20, new long[] {NONE, 7, NONE, NONE}, new long[] {0, 2, 0, 0});
        assertThat(gained(divided, 1, 0)).containsExactly(5L, 0L, 2L);
    }

    @Test
    void aTotalThatSaysNothingOfAFigureLeavesItToTheNext() {
        CounterSeries series = totals(CounterSeries.EMPTY, 10, 100, 5, 0);
        series = series.withSnapshot(20, new long[] {NONE, 8, NONE, NONE}, null);
        series = totals(series, 30, 160, 9, 0);

        assertThat(gains(series))
                .containsExactly(List.of(100L, 5L, 0L), List.of(0L, 3L, 0L), List.of(60L, 1L, 0L));
    }

    @Test
    void aDayOfTotalsIsKeptAndTheGainsAfterItStayTheSame() {
        CounterSeries series = CounterSeries.EMPTY;
        for (int hour = 1; hour <= 60; hour++) {
            series = views(series, hour * HOUR, 10L * hour).settled(0);
        }

        assertThat(series.snapshots()).hasSize(25);
        assertThat(series.isSettled(35 * HOUR)).isTrue();
        assertThat(series.isSettled(36 * HOUR)).isFalse();
        assertThat(gained(series, 0)).containsOnly(10L);
        for (int minute = 1; minute <= 100; minute++) {
            series = views(series, 60 * HOUR + minute, 600 + minute).settled(0);
        }
        assertThat(series.snapshots()).hasSize(64);
        assertThat(gained(series, 0)).containsOnly(1L);
    }

    private static CounterSeries views(CounterSeries series, long at, long views) {
        return series.withSnapshot(at, new long[] {views, NONE, NONE, NONE}, null);
    }

    private static CounterSeries totals(
            CounterSeries series, long at, long views, long likes, long reposts) {
        return series.withSnapshot(at, new long[] {views, likes, reposts, NONE}, null);
    }

    private static List<Long> gained(CounterSeries series, long publishedAt) {
        return gained(series, 0, publishedAt);
    }

    private static List<Long> gained(CounterSeries series, int figure, long publishedAt) {
        return series.gains(publishedAt).values().stream().map(gain -> gain[figure]).toList();
    }

    private static List<List<Long>> gains(CounterSeries series) {
        return series.gains(0).values().stream()
                .map(gain -> Arrays.stream(gain).limit(3).boxed().toList())
                .toList();
    }
}
