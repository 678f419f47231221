package io.otklik.jobs.engagement;

import io.otklik.schemas.Community;

/**
 * What alerts need of a page's entry in the register; all but {@code communityId} null without one.
 *
 * @param updatedAt of the entry, epoch milliseconds
 */
public record SpikePage(
        String communityId,
        String name,
        String agencyId,
        String agencyName,
        String url,
        long updatedAt) {

    static SpikePage unregistered(String communityId) {
        return new SpikePage(communityId, null, null, null, null, Long.MIN_VALUE);
    }

    static SpikePage of(Community entry) {
        return new SpikePage(
                entry.communityId(),
                entry.name(),
                entry.agencyId(),
                entry.agencyName(),
                entry.url(),
                entry.updatedAt().toEpochMilli());
    }
}
