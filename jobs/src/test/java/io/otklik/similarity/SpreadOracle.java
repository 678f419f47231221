package io.otklik.similarity;

import io.otklik.similarity.signal.Spread;
import io.otklik.similarity.signal.Spread.Point;
import io.otklik.similarity.signal.SpreadRule;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts a {@link Spread} from all copies, each window by itself. */
public final class SpreadOracle {

    private static final long MINUTE = 60_000;
    private static final long DAY = 24 * 60 * MINUTE;
    private static final double LEAST_USUAL = 0.1;

    private SpreadOracle() {}

    /**
     * The spread of copies.
     *
     * @param points ascending by time
     */
    public static Spread of(List<Point> points, SpreadRule rule) {
        long window = rule.window().toMillis();
        int burst = 0;
        long burstAt = 0;
        double usual = LEAST_USUAL;
        Long spreadsAt = null;
        int coordinated = 0;
        for (int i = 0; i < points.size(); i++) {
            long at = points.get(i).at();
            List<Point> upTo = points.subList(0, i + 1);
            List<Point> now = after(at - window, upTo);
            if (now.size() > burst) {
                burst = now.size();
                burstAt = at;
            }
            if (spreadsAt == null
                    && now.size() >= rule.copies()
                    && pages(now).size() >= rule.pages()) {
                int before = after(now.get(0).at() - DAY, upTo).size() - now.size();
                double mean = Math.max(LEAST_USUAL, (double) before * window / DAY);
                if (now.size() >= rule.timesUsual() * mean) {
                    spreadsAt = at;
                    usual = mean;
                }
            }
            coordinated = Math.max(coordinated, pages(after(at - MINUTE, upTo)).size());
        }
        return new Spread(
                points.size(), pages(points).size(), burst, burstAt, usual, spreadsAt, coordinated);
    }

    private static List<Point> after(long instant, List<Point> points) {
        return points.stream().filter(point -> point.at() > instant).toList();
    }

    private static Set<String> pages(List<Point> points) {
        return points.stream().map(Point::page).collect(Collectors.toSet());
    }
}
