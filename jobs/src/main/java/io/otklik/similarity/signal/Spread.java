package io.otklik.similarity.signal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a story spreads: a pure function of its copies, whatever their order of arrival.
 *
 * @param copies how many there are
 * @param pages on how many pages
 * @param burst most copies within a window
 * @param burstAt when the last of the first such burst was published, epoch milliseconds
 * @param usual copies in a window that are usual: the mean over the day before the burst, at least
 *     a tenth
 * @param spreadsAt when the story first met the rule, epoch milliseconds; null if it never did
 * @param coordinatedPages most pages on which it stood within one minute
 */
public record Spread(
        int copies,
        int pages,
        int burst,
        long burstAt,
        double usual,
        Long spreadsAt,
        int coordinatedPages) {

    private static final long MINUTE = 60_000;
    private static final long DAY = 24 * 60 * MINUTE;
    private static final double LEAST_USUAL = 0.1;

    /** A copy: when and where. */
    public record Point(long at, String page) {}

    /**
     * The spread of copies.
     *
     * @param points ascending by time
     */
    public static Spread of(List<Point> points, SpreadRule rule) {
        long window = rule.window().toMillis();
        Set<String> all = new HashSet<>();
        int burst = 0;
        long burstAt = 0;
        double usual = LEAST_USUAL;
        Long spreadsAt = null;
        int from = 0;
        Map<String, Integer> pages = new HashMap<>();
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            all.add(point.page());
            pages.merge(point.page(), 1, Integer::sum);
            while (points.get(from).at() <= point.at() - window) {
                pages.merge(points.get(from).page(), -1, Spread::lessOne);
                from++;
            }
            int count = i - from + 1;
            if (count > burst) {
                burst = count;
                burstAt = point.at();
            }
            if (spreadsAt == null && count >= rule.copies() && pages.size() >= rule.pages()) {
                double before = usualBefore(points, from, window);
                if (count >= rule.timesUsual() * before) {
                    spreadsAt = point.at();
                    usual = before;
                }
            }
        }
        return new Spread(
                points.size(),
                all.size(),
                burst,
                burstAt,
                usual,
                spreadsAt,
                mostPagesInAMinute(points));
    }

    /** Null, which takes the page out, when its last copy leaves the window. */
    private static Integer lessOne(Integer count, Integer difference) {
        int left = count + difference;
        return left == 0 ? null : left;
    }

    /** The mean of copies in a window over the day before a point. */
    private static double usualBefore(List<Point> points, int from, long window) {
        long end = points.get(from).at();
        int count = 0;
        for (int i = from - 1; i >= 0 && points.get(i).at() > end - DAY; i--) {
            count++;
        }
        return Math.max(LEAST_USUAL, (double) count * window / DAY);
    }

    private static int mostPagesInAMinute(List<Point> points) {
        int most = 0;
        int from = 0;
        Map<String, Integer> pages = new HashMap<>();
        for (Point point : points) {
            pages.merge(point.page(), 1, Integer::sum);
            while (points.get(from).at() <= point.at() - MINUTE) {
                pages.merge(points.get(from).page(), -1, Spread::lessOne);
                from++;
            }
            most = Math.max(most, pages.size());
        }
        return most;
    }
}
