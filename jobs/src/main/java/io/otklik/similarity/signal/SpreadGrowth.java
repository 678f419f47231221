package io.otklik.similarity.signal;

import io.otklik.similarity.signal.Spread.Point;
import io.otklik.similarity.signal.Spread.Points;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What added copies change of a {@link Spread}. A copy is seen in the windows that end at it or
 * within a window's length after it, and only there; in these it makes more copies and pages. All
 * others stay as they were, but for what is usual before them, which only grows: where a story did
 * not spread, it still does not.
 */
final class SpreadGrowth {

    private final Points all;
    private final SpreadRule rule;
    private final long window;

    /** How far a copy is seen. */
    private final long reach;

    private int burst;
    private long burstAt;
    private double usual;
    private Long spreadsAt;
    private int coordinatedPages;

    SpreadGrowth(Spread before, Points all, SpreadRule rule) {
        this.all = all;
        this.rule = rule;
        window = rule.window().toMillis();
        reach = Math.max(window, Spread.MINUTE);
        burst = before.burst();
        burstAt = before.burstAt();
        usual = before.usual();
        spreadsAt = before.spreadsAt();
        coordinatedPages = before.coordinatedPages();
    }

    /** Whether a copy is still seen where another is. */
    boolean reaches(long one, long later) {
        return later - one < reach;
    }

    /** Looks at the windows that copies from one instant to another are seen in. */
    void look(long first, long last) {
        List<Point> points = all.within(first - reach, last + reach - 1);
        Window wide = new Window(points, window);
        Window minute = new Window(points, Spread.MINUTE);
        for (int i = 0; i < points.size(); i++) {
            wide.take(i);
            minute.take(i);
            long at = points.get(i).at();
            // Of those published at once the last one sees all.
            if (at >= first && (i + 1 == points.size() || points.get(i + 1).at() > at)) {
                judge(wide, at);
                coordinatedPages = Math.max(coordinatedPages, minute.pages.size());
            }
        }
    }

    private void judge(Window now, long at) {
        if (now.count > burst || now.count == burst && at < burstAt) {
            burst = now.count;
            burstAt = at;
        }
        boolean earlier = spreadsAt == null || at < spreadsAt;
        if (earlier && now.count >= rule.copies() && now.pages.size() >= rule.pages()) {
            int before = all.count(now.firstAt() - Spread.DAY, at - window);
            double mean = Math.max(Spread.LEAST_USUAL, (double) before * window / Spread.DAY);
            if (now.count >= rule.timesUsual() * mean) {
                spreadsAt = at;
                usual = mean;
            }
        }
    }

    Spread spread(int copies, int pages) {
        return new Spread(copies, pages, burst, burstAt, usual, spreadsAt, coordinatedPages);
    }

    /** The copies within a length before the one that was taken last. */
    private static final class Window {
        private final List<Point> points;
        private final long length;
        private final Map<String, Integer> pages = new HashMap<>();
        private int from;
        private int count;

        Window(List<Point> points, long length) {
            this.points = points;
            this.length = length;
        }

        void take(int next) {
            pages.merge(points.get(next).page(), 1, Integer::sum);
            while (points.get(from).at() <= points.get(next).at() - length) {
                pages.merge(points.get(from).page(), -1, Spread::lessOne);
                from++;
            }
            count = next - from + 1;
        }

        long firstAt() {
            return points.get(from).at();
        }
    }
}
