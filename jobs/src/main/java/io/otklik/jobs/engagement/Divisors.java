package io.otklik.jobs.engagement;

/**
 * Which divisors of the ratios a page tells. What is told to its slices says which interactions are
 * those of pages without: they must not be divided by other pages' views or subscribers.
 *
 * @param viewed whether the page ever gained views
 */
record Divisors(boolean viewed, Subscribers subscribers) {

    /** The sums of a block of the page as its slices count them. */
    byte[] told(WindowKey block, byte[] sums) {
        boolean followed = isFollowed(block);
        return viewed && followed ? sums : Slots.mapped(sums, sum -> marked(sum, followed));
    }

    /** Whether the slices count a block alike by both. */
    boolean tellLike(Divisors other, WindowKey block) {
        return viewed == other.viewed && isFollowed(block) == other.isFollowed(block);
    }

    /** An hour is followed as a whole if the page is at its end. */
    private boolean isFollowed(WindowKey block) {
        return subscribers.before(block.end()) != null;
    }

    private WindowSum marked(WindowSum sum, boolean followed) {
        long[] figures = sum.figures().clone();
        if (!viewed) {
            mark(
                    figures,
                    sum,
                    Figure.UNVIEWED_REACTIONS,
                    Figure.UNVIEWED_COMMENTS,
                    Figure.UNVIEWED_COUNTED_COMMENTS);
        }
        if (!followed) {
            mark(
                    figures,
                    sum,
                    Figure.UNFOLLOWED_REACTIONS,
                    Figure.UNFOLLOWED_COMMENTS,
                    Figure.UNFOLLOWED_COUNTED_COMMENTS);
        }
        return new WindowSum(figures, sum.authors());
    }

    private static void mark(
            long[] figures, WindowSum sum, Figure reactions, Figure comments, Figure counted) {
        figures[reactions.ordinal()] = sum.figure(Figure.LIKES) + sum.figure(Figure.REPOSTS);
        figures[comments.ordinal()] = sum.figure(Figure.COMMENTS);
        figures[counted.ordinal()] = sum.figure(Figure.COUNTED_COMMENTS);
    }
}
