package io.otklik.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;

import java.time.Instant;
import java.util.List;

/**
 * How alive a post, a page, or the pages of an agency, a platform or a municipality were in one
 * window, on the compacted topic {@code engagement.window}, keyed by {@code windowId}. Emitted at
 * most every ten seconds while the figures change.
 *
 * <p>A post and a comment count in the window in which they were published, while they are not
 * deleted. Views, likes, reposts and counted comments are what the running totals gained between
 * two observations, counted at the later one, and what single events changed, counted at the event;
 * they may be below zero, for likes are taken back. Their sum over all windows is the total.
 *
 * <p>Ratios are shares of one, not percent, of the window's own figures; null where the divisor is
 * not known or zero. Of several pages, they count only the interactions of those that have the
 * divisor: that tell views at all, or whose audience is known at the end of the hour (of a day, of
 * the day). Interactions are {@code likes + reposts + c}, where {@code c} is the larger of {@code
 * comments} and {@code countedComments}: pages whose comments are not read have only the latter.
 *
 * <ul>
 *   <li>{@code erByViews} = interactions / views: «ERV», «ERR» of the sources (optilo.ru,
 *       kurshub.ru, lab-business.ru), with views for reach
 *   <li>{@code erBySubs} = interactions / subscribers: «ER» of the same sources
 *   <li>{@code reachRate} = views / subscribers, which some call ER (dramtezi.ru warns of it)
 * </ul>
 *
 * @param windowId size, dimension, dimensionId, start and, of a day, the zone
 * @param windowEnd the first instant after the window
 * @param timeZone of the page, for days; UTC for shorter windows
 * @param dimensionName as people know it; null for a post and what the register does not name
 * @param platform null for an agency or municipality
 * @param communityId of a post or page
 * @param agencyId of a post, page or agency
 * @param registered whether the register names the page; true for what several pages make up
 * @param contentType of a post
 * @param hashtags of a post, lower case, without #, at most ten: the keys of campaigns
 * @param posts published, of every content type
 * @param comments published, as far as comments are read; of authors other than the page
 * @param authors different authors of these comments and of others' posts, also of what was
 *     deleted; exact up to 512, beyond that known to about 4 %
 * @param countedComments what the platform's own comment counters of the posts gained
 * @param commentLikes likes of comments, which are no part of the ratios
 * @param subscribers at the end of the window; of several pages the sum over those whose audience
 *     is known; null if none is
 * @param late facts that came after their windows of this size were closed, by the window in which
 *     rows were emitted next; but for running totals, of which one that was counted may come again
 * @param version grows with every emission of the window; the highest is current
 */
public record EngagementWindow(
        @JsonProperty(required = true) String windowId,
        @JsonProperty(required = true) EngagementSize size,
        @JsonProperty(required = true) Instant windowStart,
        @JsonProperty(required = true) Instant windowEnd,
        @JsonProperty(required = true) String timeZone,
        @JsonProperty(required = true) EngagementDimension dimension,
        @JsonProperty(required = true) String dimensionId,
        String dimensionName,
        Platform platform,
        String communityId,
        String agencyId,
        String municipality,
        String region,
        boolean registered,
        ContentType contentType,
        List<String> hashtags,
        int posts,
        int postsText,
        int postsPhoto,
        int postsVideo,
        int postsClip,
        int postsPoll,
        int postsOther,
        int comments,
        int authors,
        long views,
        long likes,
        long reposts,
        long countedComments,
        long commentLikes,
        Long subscribers,
        Double erByViews,
        Double erBySubs,
        Double reachRate,
        int late,
        long version) {

    public EngagementWindow {
        Contract.require("windowId", windowId);
        Contract.require("size", size);
        Contract.require("windowStart", windowStart);
        Contract.require("windowEnd", windowEnd);
        Contract.require("timeZone", timeZone);
        Contract.require("dimension", dimension);
        Contract.require("dimensionId", dimensionId);
        hashtags = hashtags == null ? List.of() : List.copyOf(hashtags);
    }
}
