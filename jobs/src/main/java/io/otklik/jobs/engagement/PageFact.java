package io.otklik.jobs.engagement;

import io.otklik.jobs.runtime.ImmutableType;
import io.otklik.schemas.Appeal;
import io.otklik.schemas.Audience;
import io.otklik.schemas.Community;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** A fact about a page. One of the components is set, the others are null. */
public record PageFact(PostChange change, Community page, Audience audience, Criticism criticism) {

    /** Between tasks. */
    static final TypeInformation<PageFact> TYPE =
            ImmutableType.of(PageFact.class, PageFactSerializer.INSTANCE);

    static PageFact of(PostChange change) {
        return new PageFact(change, null, null, null);
    }

    public static PageFact of(Community page) {
        return new PageFact(null, page, null, null);
    }

    public static PageFact of(Audience audience) {
        return new PageFact(null, null, audience, null);
    }

    public static PageFact of(Appeal appeal) {
        return of(Criticism.of(appeal));
    }

    static PageFact of(Criticism criticism) {
        return new PageFact(null, null, null, criticism);
    }

    String communityId() {
        if (change != null) {
            return change.communityId();
        }
        if (page != null) {
            return page.communityId();
        }
        return audience != null ? audience.communityId() : criticism.communityId();
    }
}
