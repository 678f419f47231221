package io.otklik.engagement;

import org.junit.jupiter.api.Test;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class UsualTest {

    private static final SpikePolicy.Window QUARTER =
            new SpikePolicy.Window(Duration.ofMinutes(15), 1);

    @Test
    void aFewHoursOutOfTheOrdinaryChangeNothing() {
        Usual usual = Usual.of(new double[] {10, 12, 8, 11, 9, 10, 5_000, 9_000});

        // Median of 8 9 10 10 11 12 and two more; distances 0 0.5 0.5 1.5 1.5 2.5 and two more.
        assertThat(usual.hourly()).isEqualTo(10.5);
        assertThat(usual.variance()).isEqualTo(10.5);
        assertThat(usual.limit(QUARTER, 8))
                .isCloseTo(10.5 / 4 + 8 * Math.sqrt(10.5 / 4), within(1e-9));
    }

    @Test
    void whatVariesMoreThanChanceHasTheMedianDeviation() {
        Usual usual = Usual.of(new double[] {0, 100, 200});

        assertThat(usual.hourly()).isEqualTo(100);
        assertThat(usual.variance()).isCloseTo(148.26 * 148.26, within(1e-6));
    }

    @Test
    void anHourIsComparedWithItsHourOfTheWeekAndWithOtherDaysUntilThereAreThreeWeeks() {
        long hour = 500_000;

        assertThat(Usual.alike(hour, hour - 28 * 24 - 1))
                .hasSize(12)
                .contains(hour - 168 - 1, hour - 168, hour - 168 + 1, hour - 4 * 168 - 1);
        assertThat(Usual.alike(hour, hour - 14 * 24 - 1))
                .hasSize(6 + 18)
                .contains(hour - 24, hour - 6 * 24 + 1)
                .doesNotContain(hour, hour - 1);
        assertThat(Usual.alike(hour, hour)).isEmpty();
    }

    @Test
    void anHourOfTheWeekKeepsItsLatestFive() {
        HourCounts counts = HourCounts.NONE;
        for (int week : new int[] {3, 0, 5, 1, 2, 4, 5}) {
            counts = counts.plus(1_000 + week * 168L, 1 + week);
        }

        assertThat(counts.at(1_000)).isZero();
        assertThat(counts.at(1_000 + 168)).isEqualTo(2);
        assertThat(counts.at(1_000 + 5 * 168)).isEqualTo(12);
        assertThat(counts.plus(1_000, 7)).isSameAs(counts);
        assertThat(HourCounts.slot(1_000)).isEqualTo(HourCounts.slot(1_000 + 5 * 168));
    }

    @Test
    void thePeakOfADayIsTheMedianOfTheDaysBefore() {
        DayPeaks peaks = DayPeaks.NONE;
        int[] ofDays = {4, 9, 5, 700, 6};
        for (int day = 0; day < ofDays.length; day++) {
            peaks = peaks.with(100 + day, new double[] {1, 2});
            peaks = peaks.with(100 + day, new double[] {0, ofDays[day]});
        }

        assertThat(peaks.usual(0, 2)).isEqualTo(1);
        // Of 4, 9, 5 and 700; today's 6 does not count yet.
        assertThat(peaks.usual(1, 2)).isEqualTo(7);
        // Nine days without anything follow.
        assertThat(peaks.with(114, new double[] {1, 1}).usual(1, 2)).isZero();
        assertThat(DayPeaks.NONE.with(100, new double[] {3, 3}).usual(0, 2)).isZero();
    }

    @Test
    void aPostBeyondTheSixteenthIsCountedWithTheOthers() {
        Reactions reactions = Reactions.NONE;
        for (int post = 0; post < 20; post++) {
            reactions = reactions.plus("p" + post, 0, 2);
        }

        assertThat(reactions.posts()).hasSize(16);
        assertThat(reactions.within(60_000, null)).isEqualTo(40);
        assertThat(reactions.within(60_000, "p0")).isEqualTo(2);
        assertThat(Reactions.NONE.plus("p", 600_000, 30).within(60_000, "p")).isEqualTo(3);
    }
}
