package io.otklik.samples;

/** Something that happens at a moment of the simulated time. */
record Action(long time, long order, What what, Page page, PostThread thread, Note note)
        implements Comparable<Action> {

    enum What {
        NEXT_POST,
        POST_EDIT,
        COMMENT,
        COMMENT_EDIT,
        COMMENT_DELETE,
        COMMENT_RESTORE,
        LIKE_POST,
        LIKE_COMMENT,
        UNLIKE_POST,
        REACTIONS,
        JOIN,
        LEAVE,
        POLL_WALL,
        POLL_COMMENTS,
        BROKEN
    }

    @Override
    public int compareTo(Action other) {
        int byTime = Long.compare(time, other.time);
        return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
}
