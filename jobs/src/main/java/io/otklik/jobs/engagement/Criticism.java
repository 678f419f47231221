package io.otklik.jobs.engagement;

import io.otklik.schemas.Appeal;

/**
 * An appeal, as far as spikes ask.
 *
 * @param threadId the post that it stands under
 * @param publishedAt epoch milliseconds
 * @param unanswered whether an answer is owed and there is none of any kind
 */
public record Criticism(
        String appealId,
        String communityId,
        String threadId,
        long publishedAt,
        boolean unanswered) {

    static Criticism of(Appeal appeal) {
        return new Criticism(
                appeal.appealId(),
                appeal.communityId(),
                appeal.threadId(),
                appeal.publishedAt().toEpochMilli(),
                !appeal.retracted() && appeal.closedAt() == null && appeal.answers() == 0);
    }
}
