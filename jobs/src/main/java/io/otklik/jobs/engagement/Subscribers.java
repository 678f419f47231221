package io.otklik.jobs.engagement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many followed a page at which moments; of each quarter of an hour, the last observation. What
 * was observed holds from the start of its quarter.
 *
 * @param points ascending, at most {@value #MOST}: windows that end before all of them know
 *     nothing. So many quarters of an hour are longer than a window can be corrected by default
 */
public record Subscribers(List<Point> points) {

    static final int MOST = 128;
    static final Subscribers NONE = new Subscribers(List.of());

    private static final long QUARTER_MILLIS = 15 * 60_000L;

    /**
     * One observation.
     *
     * @param at epoch milliseconds
     */
    public record Point(long at, long count) {
        long quarter() {
            return Math.floorDiv(at, QUARTER_MILLIS) * QUARTER_MILLIS;
        }
    }

    /** With one more observation; the same object if it tells nothing new, or of too long ago. */
    Subscribers with(Point point) {
        int index = points.size();
        while (index > 0 && points.get(index - 1).quarter() > point.quarter()) {
            index--;
        }
        if (index == 0 && points.size() == MOST) {
            return this;
        }
        List<Point> more = new ArrayList<>(points);
        boolean sameQuarter = index > 0 && points.get(index - 1).quarter() == point.quarter();
        if (sameQuarter) {
            Point same = points.get(index - 1);
            // Of two at one moment the larger stands, whatever their order.
            if (same.at() > point.at()
                    || same.at() == point.at() && same.count() >= point.count()) {
                return this;
            }
            more.set(index - 1, point);
        } else {
            more.add(index, point);
        }
        return new Subscribers(more);
    }

    /** Without the oldest observations that are too many. */
    Subscribers bounded() {
        return points.size() <= MOST
                ? this
                : new Subscribers(
                        new ArrayList<>(points.subList(points.size() - MOST, points.size())));
    }

    /** From when on it is known how many there are; the end of time if nobody looked. */
    long since() {
        return points.isEmpty() ? Long.MAX_VALUE : points.get(0).quarter();
    }

    /** How many there were just before an instant; null if nobody looked until then. */
    Long before(long instant) {
        Long count = null;
        for (Point point : points) {
            if (point.quarter() >= instant) {
                break;
            }
            count = point.count();
        }
        return count;
    }

    /** What the second adds to the first, by quarters of an hour, ascending. */
    static Map<Long, Long> steps(Subscribers before, Subscribers after) {
        TreeMap<Long, Long> steps = new TreeMap<>();
        after.addSteps(steps, 1);
        before.addSteps(steps, -1);
        steps.values().removeIf(step -> step == 0);
        return steps;
    }

    private void addSteps(Map<Long, Long> steps, int sign) {
        long count = 0;
        for (Point point : points) {
            steps.merge(point.quarter(), sign * (point.count() - count), Long::sum);
            count = point.count();
        }
    }
}
