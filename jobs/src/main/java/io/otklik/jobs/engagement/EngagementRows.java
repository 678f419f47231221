package io.otklik.jobs.engagement;

import io.otklik.schemas.EngagementDimension;
import io.otklik.schemas.EngagementSize;
import io.otklik.schemas.EngagementWindow;

import java.time.Instant;

/** Turns the sum of a window into the record that the topic carries. */
final class EngagementRows {

    private static final String UTC = "UTC";

    private EngagementRows() {}

    /** The row of a page's window, or of one of its posts'. */
    static EngagementWindow ofPage(
            Page page,
            PostInfo post,
            WindowKey key,
            WindowSum sum,
            Long subscribers,
            long version) {
        boolean ofPost = key.isOfPost();
        return row(
                new Slice(
                        ofPost ? EngagementDimension.POST : EngagementDimension.COMMUNITY,
                        ofPost ? key.post() : page.communityId(),
                        page.name(),
                        page.platform(),
                        page.agencyId(),
                        page.municipality(),
                        page.region()),
                page.communityId(),
                page.registered(),
                post,
                key,
                sum,
                subscribers,
                version);
    }

    /** The row of a window of several pages. */
    static EngagementWindow ofSlice(
            Slice slice, WindowKey key, WindowSum sum, Long subscribers, long version) {
        return row(slice, null, true, PostInfo.UNKNOWN, key, sum, subscribers, version);
    }

    private static EngagementWindow row(
            Slice slice,
            String communityId,
            boolean registered,
            PostInfo post,
            WindowKey key,
            WindowSum sum,
            Long subscribers,
            long version) {
        long views = sum.figure(Figure.VIEWS);
        return new EngagementWindow(
                id(slice, key),
                key.size(),
                Instant.ofEpochMilli(key.start()),
                Instant.ofEpochMilli(key.end()),
                key.size() == EngagementSize.DAY ? key.zone() : UTC,
                slice.dimension(),
                slice.id(),
                slice.name(),
                slice.platform(),
                communityId,
                slice.agencyId(),
                slice.municipality(),
                slice.region(),
                registered,
                post.contentType(),
                post.hashtags(),
                posts(sum),
                count(sum, Figure.POSTS_TEXT),
                count(sum, Figure.POSTS_PHOTO),
                count(sum, Figure.POSTS_VIDEO),
                count(sum, Figure.POSTS_CLIP),
                count(sum, Figure.POSTS_POLL),
                count(sum, Figure.POSTS_OTHER),
                count(sum, Figure.COMMENTS),
                AuthorSketch.estimate(sum.authors()),
                views,
                sum.figure(Figure.LIKES),
                sum.figure(Figure.REPOSTS),
                sum.figure(Figure.COUNTED_COMMENTS),
                sum.figure(Figure.COMMENT_LIKES),
                subscribers,
                ratio(
                        interactionsBut(
                                sum,
                                Figure.UNVIEWED_REACTIONS,
                                Figure.UNVIEWED_COMMENTS,
                                Figure.UNVIEWED_COUNTED_COMMENTS),
                        views),
                subscribers == null
                        ? null
                        : ratio(
                                interactionsBut(
                                        sum,
                                        Figure.UNFOLLOWED_REACTIONS,
                                        Figure.UNFOLLOWED_COMMENTS,
                                        Figure.UNFOLLOWED_COUNTED_COMMENTS),
                                subscribers),
                subscribers == null ? null : ratio(views, subscribers),
                count(sum, Figure.LATE),
                version);
    }

    /** Interactions without those of pages that tell no divisor. */
    private static long interactionsBut(
            WindowSum sum, Figure reactions, Figure comments, Figure counted) {
        return sum.figure(Figure.LIKES)
                + sum.figure(Figure.REPOSTS)
                - sum.figure(reactions)
                + Math.max(
                        sum.figure(Figure.COMMENTS) - sum.figure(comments),
                        sum.figure(Figure.COUNTED_COMMENTS) - sum.figure(counted));
    }

    private static String id(Slice slice, WindowKey key) {
        String window = key.size() + "|" + slice.key() + '|' + key.start();
        return key.size() == EngagementSize.DAY ? window + '|' + key.zone() : window;
    }

    private static int posts(WindowSum sum) {
        int posts = 0;
        for (int i = Figure.POSTS_TEXT.ordinal(); i <= Figure.POSTS_OTHER.ordinal(); i++) {
            posts += Math.toIntExact(sum.figures()[i]);
        }
        return posts;
    }

    private static int count(WindowSum sum, Figure figure) {
        return Math.toIntExact(sum.figure(figure));
    }

    private static Double ratio(long part, long whole) {
        return whole <= 0 ? null : (Double) ((double) part / whole);
    }
}
