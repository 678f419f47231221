package io.otklik.jobs.engagement;

/**
 * Reactions to a post: comments, likes and reposts.
 *
 * @param threadId the post's messageId
 * @param from since when they were gained, epoch milliseconds; {@code at} for single events
 * @param at when they were seen, epoch milliseconds
 * @param count below zero where some are taken back
 */
public record PageReactions(String communityId, String threadId, long from, long at, int count) {

    /** The reactions of a change; null if it has none. */
    static PageReactions of(PostChange change) {
        return change.reactions() == 0
                ? null
                : new PageReactions(
                        change.communityId(),
                        change.threadId(),
                        change.from(),
                        change.at(),
                        change.reactions());
    }
}
