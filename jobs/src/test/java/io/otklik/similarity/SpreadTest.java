package io.otklik.similarity;

import io.otklik.similarity.signal.SignalBook;
import io.otklik.similarity.signal.Spread;
import io.otklik.similarity.signal.SpreadRule;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** How a story's spread is counted. */
class SpreadTest {

    private static final long MINUTE = 60_000;
    private static final SpreadRule RULE = SignalBook.bundled().spread();

    @Test
    void tenthCopyOnThirdPageWithinFifteenMinutesSpreads() {
        List<Spread.Point> points = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            points.add(new Spread.Point(i * MINUTE, "page" + i % 3));
        }

        assertThat(Spread.of(points.subList(0, 9), RULE).spreadsAt()).isNull();
        assertThat(Spread.of(points, RULE).spreadsAt()).isEqualTo(9 * MINUTE);
    }

    @Test
    void sameCopiesOnTwoPagesOrOverAnHourDoNot() {
        List<Spread.Point> fewPages = new ArrayList<>();
        List<Spread.Point> slow = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            fewPages.add(new Spread.Point(i * MINUTE / 4, "page" + i % 2));
            slow.add(new Spread.Point(i * 6 * MINUTE, "page" + i));
        }

        assertThat(Spread.of(fewPages, RULE).spreadsAt()).isNull();
        assertThat(Spread.of(slow, RULE).spreadsAt()).isNull();
        assertThat(Spread.of(slow, RULE).burst()).isEqualTo(3);
        assertThat(Spread.of(slow, RULE).pages()).isEqualTo(40);
    }

    @Test
    void whatIsUsualForTheStoryDoesNotSpread() {
        // A greeting that ten pages repeat every quarter of an hour.
        List<Spread.Point> points = new ArrayList<>();
        for (int quarter = 0; quarter < 96; quarter++) {
            for (int page = 0; page < 9; page++) {
                points.add(new Spread.Point(quarter * 15 * MINUTE + page, "page" + page));
            }
        }
        points.add(new Spread.Point(96 * 15 * MINUTE - 2, "page9"));

        assertThat(Spread.of(points, RULE).burst()).isEqualTo(10);
        assertThat(Spread.of(points, RULE).spreadsAt()).isNull();
    }

    @Test
    void pagesWithinOneMinuteAreCountedApart() {
        List<Spread.Point> points =
                List.of(
                        new Spread.Point(0, "a"),
                        new Spread.Point(10, "b"),
                        new Spread.Point(20, "b"),
                        new Spread.Point(MINUTE + 5, "c"),
                        new Spread.Point(MINUTE + 15, "d"));

        assertThat(Spread.of(points, RULE).coordinatedPages()).isEqualTo(3);
    }
}
