package io.otklik.jobs.engagement;

import io.otklik.schemas.ContentType;

import java.util.List;

/**
 * What one of a page's posts gained at an instant, as far as it is yet to be counted.
 *
 * @param post the post's messageId
 * @param at epoch milliseconds
 * @param sums see {@link PostChange}
 * @param contentType see {@link PostChange}
 * @param hashtags see {@link PostChange}
 */
public record PageGain(
        String post, long at, byte[] sums, ContentType contentType, List<String> hashtags) {

    static PageGain of(PostChange change) {
        return new PageGain(
                change.threadId(),
                change.at(),
                change.sums(),
                change.contentType(),
                change.hashtags());
    }
}
