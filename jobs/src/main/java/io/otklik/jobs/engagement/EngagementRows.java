package io.otklik.jobs.engagement;

import io.otklik.schemas.EngagementDimension;
import io.otklik.schemas.EngagementSize;
import io.otklik.schemas.EngagementWindow;

import java.time.Instant;

/**
 * Turns the sums of windows of one post, page or slice into the records that the topic carries.
 * What all of its rows say alike is made once.
 */
final class EngagementRows {

    private static final String UTC = "UTC";

    /** Of what is no post. */
    private static final PostInfo NO_POST = PostInfo.unknown("");

    private final Slice slice;
    private final String key;
    private final String communityId;
    private final boolean registered;
    private final PostInfo post;

    private EngagementRows(Slice slice, String communityId, boolean registered, PostInfo post) {
        this.slice = slice;
        this.key = slice.key();
        this.communityId = communityId;
        this.registered = registered;
        this.post = post;
    }

    static EngagementRows ofPage(Page page) {
        return ofPage(page, EngagementDimension.COMMUNITY, page.communityId(), NO_POST);
    }

    static EngagementRows ofPost(Page page, PostInfo post) {
        return ofPage(page, EngagementDimension.POST, post.messageId(), post);
    }

    /** Of several pages. */
    static EngagementRows ofSlice(Slice slice) {
        return new EngagementRows(slice, null, true, NO_POST);
    }

    private static EngagementRows ofPage(
            Page page, EngagementDimension dimension, String id, PostInfo post) {
        return new EngagementRows(
                new Slice(
                        dimension,
                        id,
                        page.name(),
                        page.platform(),
                        page.agencyId(),
                        page.municipality(),
                        page.region()),
                page.communityId(),
                page.registered(),
                post);
    }

    EngagementWindow row(WindowKey window, WindowSum sum, Long subscribers, long version) {
        boolean ofDay = window.size() == EngagementSize.DAY;
        long views = sum.figure(Figure.VIEWS);
        return new EngagementWindow(
                id(window, ofDay),
                window.size(),
                Instant.ofEpochMilli(window.start()),
                Instant.ofEpochMilli(window.end()),
                ofDay ? window.zone() : UTC,
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

    private String id(WindowKey window, boolean ofDay) {
        return ofDay
                ? window.size().name() + '|' + key + '|' + window.start() + '|' + window.zone()
                : window.size().name() + '|' + key + '|' + window.start();
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
