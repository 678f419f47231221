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
 * @param sums the figures and who wrote, in the slot of {@code at}'s minute; see {@link Slots}
 * @param reactions comments, likes and reposts among them
 * @param contentType what the post is, where the fact tells it; null otherwise
 * @param hashtags of the post; told with {@code contentType}
 */
public record PostChange(
        String communityId,
        String threadId,
        long from,
        long at,
        byte[] sums,
        int reactions,
        ContentType contentType,
        List<String> hashtags) {}
