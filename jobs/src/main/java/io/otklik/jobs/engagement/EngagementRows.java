package io.otklik.jobs.engagement;

import io.otklik.schemas.ContentType;
import io.otklik.schemas.EngagementDimension;
import io.otklik.schemas.EngagementSize;
import io.otklik.schemas.EngagementWindow;
import io.otklik.schemas.EngagementWindowWriter;
import io.otklik.schemas.JsonRecord;

import java.util.List;
import java.util.function.LongFunction;

/**
 * Turns the sums of windows of a post, page or slice into the {@link EngagementWindow}s that the
 * topic carries, as it carries them. What all rows of one say alike is written once.
 */
final class EngagementRows {

    private static final String UTC = "UTC";

    private final EngagementWindowWriter writer = new EngagementWindowWriter();

    /**
     * Makes a page's rows.
     *
     * @param followers how many there were just before an instant; null: not known
     */
    RowMaker ofPage(Page page, LongFunction<Long> followers) {
        return of(
                subject(page, EngagementDimension.COMMUNITY, page.communityId(), null, List.of()),
                followers);
    }

    /** Makes the rows of a page's post. */
    RowMaker ofPost(Page page, PostInfo post, LongFunction<Long> followers) {
        return of(
                subject(
                        page,
                        EngagementDimension.POST,
                        post.messageId(),
                        post.contentType(),
                        post.hashtags()),
                followers);
    }

    private static EngagementWindowWriter.Subject subject(
            Page page,
            EngagementDimension dimension,
            String id,
            ContentType contentType,
            List<String> hashtags) {
        return new EngagementWindowWriter.Subject(
                dimension,
                id,
                page.name(),
                page.platform(),
                page.communityId(),
                page.agencyId(),
                page.municipality(),
                page.region(),
                page.registered(),
                contentType,
                hashtags);
    }

    /** Makes the rows of what sums several pages up. */
    RowMaker ofSlice(Slice slice, LongFunction<Long> followers) {
        return of(
                new EngagementWindowWriter.Subject(
                        slice.dimension(),
                        slice.id(),
                        slice.name(),
                        slice.platform(),
                        null,
                        slice.agencyId(),
                        slice.municipality(),
                        slice.region(),
                        true,
                        null,
                        List.of()),
                followers);
    }

    private RowMaker of(EngagementWindowWriter.Subject subject, LongFunction<Long> followers) {
        return (window, figures, authors, version) -> {
            long end = window.end();
            return row(subject, window, end, figures, authors, followers.apply(end), version);
        };
    }

    private JsonRecord row(
            EngagementWindowWriter.Subject subject,
            WindowKey window,
            long end,
            long[] figures,
            int authors,
            Long subscribers,
            long version) {
        String zone = window.size() == EngagementSize.DAY ? window.zone() : UTC;
        writer.begin(subject, window.size(), window.start(), end, zone);
        writer.posts(
                of(figures, Figure.POSTS_TEXT),
                of(figures, Figure.POSTS_PHOTO),
                of(figures, Figure.POSTS_VIDEO),
                of(figures, Figure.POSTS_CLIP),
                of(figures, Figure.POSTS_POLL),
                of(figures, Figure.POSTS_OTHER));
        writer.figures(
                of(figures, Figure.COMMENTS),
                authors,
                of(figures, Figure.VIEWS),
                of(figures, Figure.LIKES),
                of(figures, Figure.REPOSTS),
                of(figures, Figure.COUNTED_COMMENTS),
                of(figures, Figure.COMMENT_LIKES));
        writer.ratios(
                subscribers,
                byViews(figures),
                bySubscribers(figures, subscribers),
                subscribers == null ? null : ratio(of(figures, Figure.VIEWS), subscribers));
        return writer.end(of(figures, Figure.LATE), version);
    }

    private static Double byViews(long[] figures) {
        return ratio(
                interactionsBut(
                        figures,
                        Figure.UNVIEWED_REACTIONS,
                        Figure.UNVIEWED_COMMENTS,
                        Figure.UNVIEWED_COUNTED_COMMENTS),
                of(figures, Figure.VIEWS));
    }

    private static Double bySubscribers(long[] figures, Long subscribers) {
        return subscribers == null
                ? null
                : ratio(
                        interactionsBut(
                                figures,
                                Figure.UNFOLLOWED_REACTIONS,
                                Figure.UNFOLLOWED_COMMENTS,
                                Figure.UNFOLLOWED_COUNTED_COMMENTS),
                        subscribers);
    }

    /** Interactions without those of pages that tell no divisor. */
    private static long interactionsBut(
            long[] figures, Figure reactions, Figure comments, Figure counted) {
        return of(figures, Figure.LIKES)
                + of(figures, Figure.REPOSTS)
                - of(figures, reactions)
                + Math.max(
                        of(figures, Figure.COMMENTS) - of(figures, comments),
                        of(figures, Figure.COUNTED_COMMENTS) - of(figures, counted));
    }

    private static long of(long[] figures, Figure figure) {
        return figures[figure.ordinal()];
    }

    private static Double ratio(long part, long whole) {
        return whole <= 0 ? null : (Double) ((double) part / whole);
    }
}
