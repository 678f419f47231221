package io.otklik.similarity;

import io.otklik.similarity.signal.SignalBook;
import io.otklik.similarity.signal.Spread;
import io.otklik.similarity.signal.SpreadRule;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;

/** How a story's spread is counted. */
class SpreadTest {

    private static final long MINUTE = 60_000;
    private static final SpreadRule RULE = SignalBook.bundled().spread();

    /** All at once. */
    private static Spread spread(List<Spread.Point> points) {
        List<Spread.Point> ordered = ordered(points);
        return grown(Spread.NONE, ordered, ordered);
    }

    private static Spread grown(
            Spread before, List<Spread.Point> added, List<Spread.Point> ordered) {
        Set<String> pages = new HashSet<>();
        ordered.forEach(point -> pages.add(point.page()));
        return before.with(added, pages.size(), new Copies(ordered), RULE);
    }

    private static List<Spread.Point> ordered(List<Spread.Point> points) {
        return points.stream().sorted(Comparator.comparingLong(Spread.Point::at)).toList();
    }

    private record Copies(List<Spread.Point> ordered) implements Spread.Points {

        @Override
        public List<Spread.Point> within(long after, long upTo) {
            return ordered.stream()
                    .filter(point -> point.at() > after && point.at() <= upTo)
                    .toList();
        }

        @Override
        public int count(long after, long upTo) {
            return within(after, upTo).size();
        }
    }

    /** Waves of copies, some of them usual for the story, told in pieces of whatever order. */
    @Test
    void inWhateverPiecesCopiesComeTheSpreadIsThatOfAll() {
        SplittableRandom random = new SplittableRandom(5);
        int spread = 0;
        for (int run = 0; run < 300; run++) {
            List<Spread.Point> points = new ArrayList<>();
            int waves = 1 + random.nextInt(8);
            for (int wave = 0; wave < waves; wave++) {
                long from = random.nextLong(2 * 24 * 60 * MINUTE);
                int copies = 1 + random.nextInt(18);
                for (int i = 0; i < copies; i++) {
                    long at = from + random.nextLong(20) * MINUTE;
                    points.add(new Spread.Point(at, "page" + random.nextInt(6)));
                }
            }
            Spread grown = Spread.NONE;
            for (int told = 0; told < points.size(); ) {
                int next = Math.min(points.size(), told + 1 + random.nextInt(9));
                grown =
                        grown(
                                grown,
                                ordered(points.subList(told, next)),
                                ordered(points.subList(0, next)));
                told = next;
                assertThat(grown)
                        .isEqualTo(SpreadOracle.of(ordered(points.subList(0, next)), RULE));
            }
            spread += grown.spreadsAt() == null ? 0 : 1;
        }
        assertThat(spread).isBetween(50, 250);
    }

    @Test
    void tenthCopyOnThirdPageWithinFifteenMinutesSpreads() {
        List<Spread.Point> points = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            points.add(new Spread.Point(i * MINUTE, "page" + i % 3));
        }

        assertThat(spread(points.subList(0, 9)).spreadsAt()).isNull();
        assertThat(spread(points).spreadsAt()).isEqualTo(9 * MINUTE);
    }

    @Test
    void sameCopiesOnTwoPagesOrOverAnHourDoNot() {
        List<Spread.Point> fewPages = new ArrayList<>();
        List<Spread.Point> slow = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            fewPages.add(new Spread.Point(i * MINUTE / 4, "page" + i % 2));
            slow.add(new Spread.Point(i * 6 * MINUTE, "page" + i));
        }

        assertThat(spread(fewPages).spreadsAt()).isNull();
        assertThat(spread(slow).spreadsAt()).isNull();
        assertThat(spread(slow).burst()).isEqualTo(3);
        assertThat(spread(slow).pages()).isEqualTo(40);
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

        assertThat(spread(points).burst()).isEqualTo(10);
        assertThat(spread(points).spreadsAt()).isNull();
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

        assertThat(spread(points).coordinatedPages()).isEqualTo(3);
    }
}
