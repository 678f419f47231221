package io.otklik.jobs.engagement;

import io.otklik.schemas.ContentType;

import java.util.List;

/**
 * What a post gained, or has to give back, at an instant.
 *
 * @param threadId the post's messageId
 * @param from since when it was gained, epoch milliseconds: a running total tells what came since
 *     the total before; otherwise {@code at}
 * @param at epoch milliseconds
 * @param figures by the ordinal of {@link Figure}
 * @param author hash of who wrote then; 0: nobody
 * @param contentType what the post is, where the fact tells it; null otherwise
 * @param hashtags of the post; told with {@code contentType}
 */
public record PostChange(
        String communityId,
        String threadId,
        long from,
        long at,
        long[] figures,
        long author,
        ContentType contentType,
        List<String> hashtags) {}
