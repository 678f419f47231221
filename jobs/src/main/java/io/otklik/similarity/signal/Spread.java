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

    /** Of no copy. */
    public static final Spread NONE = new Spread(0, 0, 0, 0, Spread.LEAST_USUAL, null, 0);

    static final long MINUTE = 60_000;
    static final long DAY = 24 * 60 * MINUTE;
    static final double LEAST_USUAL = 0.1;

    /** A copy: when and where. */
    public record Point(long at, String page) {}

    /** The copies of a story, by their time. */
    public interface Points {

        /** Those after one instant and up to another, ascending by time. */
        List<Point> within(long after, long upTo);

        /** How many those are. */
        int count(long after, long upTo);
    }

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

    /**
     * The spread with more copies: what {@link #of} says of all of them, but read of them is only
     * what is published near the added ones.
     *
     * @param added at least one, ascending by time
     * @param pages on how many pages there are copies now
     * @param all the copies, the added ones among them
     */
    public Spread with(List<Point> added, int pages, Points all, SpreadRule rule) {
        if (spreadsAt != null && added.get(0).at() <= spreadsAt) {
            // What is usual before it is another now: it may spread later, or not at all.
            return of(all.within(Long.MIN_VALUE, Long.MAX_VALUE), rule);
        }
        SpreadGrowth growth = new SpreadGrowth(this, all, rule);
        int from = 0;
        for (int i = 1; i <= added.size(); i++) {
            if (i == added.size() || !growth.reaches(added.get(i - 1).at(), added.get(i).at())) {
                growth.look(added.get(from).at(), added.get(i - 1).at());
                from = i;
            }
        }
        return growth.spread(copies + added.size(), pages);
    }

    /** Null, which takes the page out, when its last copy leaves the window. */
    static Integer lessOne(Integer count, Integer difference) {
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
