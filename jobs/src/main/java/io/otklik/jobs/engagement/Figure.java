package io.otklik.jobs.engagement;

import io.otklik.schemas.ContentType;

/** What windows count. Stands in state by its ordinal: new ones come last. */
enum Figure {
    POSTS_TEXT,
    POSTS_PHOTO,
    POSTS_VIDEO,
    POSTS_CLIP,
    POSTS_POLL,
    POSTS_OTHER,
    COMMENTS,
    VIEWS,
    LIKES,
    REPOSTS,
    COUNTED_COMMENTS,
    COMMENT_LIKES,
    LATE,
    /** Likes and reposts, comments and counted comments of pages that tell no views. */
    UNVIEWED_REACTIONS,
    UNVIEWED_COMMENTS,
    UNVIEWED_COUNTED_COMMENTS,
    /** The same of pages whose audience is not known. */
    UNFOLLOWED_REACTIONS,
    UNFOLLOWED_COMMENTS,
    UNFOLLOWED_COUNTED_COMMENTS;

    private static final int COUNT = values().length;

    static long[] none() {
        return new long[COUNT];
    }

    static long[] one(Figure figure, long value) {
        long[] figures = none();
        figures[figure.ordinal()] = value;
        return figures;
    }

    static Figure posts(ContentType type) {
        return switch (type) {
            case TEXT -> POSTS_TEXT;
            case PHOTO -> POSTS_PHOTO;
            case VIDEO -> POSTS_VIDEO;
            case CLIP -> POSTS_CLIP;
            case POLL -> POSTS_POLL;
            case OTHER -> POSTS_OTHER;
        };
    }

    /** Adds the second to the first. */
    static void add(long[] sum, long[] more) {
        for (int i = 0; i < more.length; i++) {
            sum[i] += more[i];
        }
    }

    static long[] negated(long[] figures) {
        long[] negated = new long[figures.length];
        for (int i = 0; i < figures.length; i++) {
            negated[i] = -figures[i];
        }
        return negated;
    }

    static boolean isZero(long[] figures) {
        for (long figure : figures) {
            if (figure != 0) {
                return false;
            }
        }
        return true;
    }
}
