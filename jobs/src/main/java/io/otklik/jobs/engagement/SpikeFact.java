package io.otklik.jobs.engagement;

import io.otklik.schemas.Appeal;
import io.otklik.schemas.Community;

/** What the watch over spikes hears. One of the components is set, the others are null. */
public record SpikeFact(PageReactions reactions, SpikePage page, Criticism criticism) {

    static SpikeFact of(PageReactions reactions) {
        return new SpikeFact(reactions, null, null);
    }

    static SpikeFact of(Community page) {
        return new SpikeFact(null, SpikePage.of(page), null);
    }

    public static SpikeFact of(Appeal appeal) {
        return new SpikeFact(null, null, Criticism.of(appeal));
    }

    String communityId() {
        return reactions != null
                ? reactions.communityId()
                : page != null ? page.communityId() : criticism.communityId();
    }
}
