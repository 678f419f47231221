package io.otklik.jobs.appeals;

import io.otklik.language.AuthorRole;
import io.otklik.schemas.AuthorKind;
import io.otklik.schemas.Community;
import io.otklik.schemas.OfficialAuthor;

/**
 * Who answers in the name of a page: the page itself, and the accounts that the register names,
 * each while it is valid. An answer counts by what its author was when it was written (domain §c,
 * «Official author»).
 */
record Officials(Community community) {

    /** A page that is not in the register: only the page itself is official. */
    static final Officials UNREGISTERED = new Officials(null);

    boolean wrote(TrackedMessage message) {
        if (message.authorKind() == AuthorKind.COMMUNITY) {
            return true;
        }
        return named(message, true);
    }

    /** Whether the author answers for the page at another time, but did not when it was written. */
    boolean wroteAtAnotherTime(TrackedMessage message) {
        return !wrote(message) && named(message, false);
    }

    AuthorRole role(TrackedMessage message) {
        if (wrote(message)) {
            return AuthorRole.OFFICIAL;
        }
        return message.authorKind() == AuthorKind.PERSON
                ? AuthorRole.RESIDENT
                : AuthorRole.OTHER_COMMUNITY;
    }

    private boolean named(TrackedMessage message, boolean then) {
        if (community == null || message.publishedAt() == null) {
            return false;
        }
        for (OfficialAuthor author : community.officialAuthors()) {
            if (author.authorId().equals(message.authorId())
                    && (!then || author.validAt(message.publishedAt()))) {
                return true;
            }
        }
        return false;
    }
}
