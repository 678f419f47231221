package io.otklik.similarity.signal;

import java.util.List;

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
     * The spread with more copies. Read of them is only what is published near the added ones, but
     * for one from before it spread: then all.
     *
     * @param added at least one, ascending by time
     * @param pages on how many pages there are copies now
     * @param all the copies, the added ones among them
     */
    public Spread with(List<Point> added, int pages, Points all, SpreadRule rule) {
        if (spreadsAt != null && added.get(0).at() <= spreadsAt) {
            // What is usual before it is another now: it may spread later, or not at all.
            return NONE.with(all.within(Long.MIN_VALUE, Long.MAX_VALUE), pages, all, rule);
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
}
