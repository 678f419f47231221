package io.otklik.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;

import java.time.Instant;

/**
 * An account, other than the page itself, that answers in a page's name for a time.
 *
 * @param authorId pseudonym, made with the same key as message authors'
 * @param validFrom first instant at which its answers count; null: since ever
 * @param validTo first instant at which they no longer count; null: still valid
 */
public record OfficialAuthor(
        @JsonProperty(required = true) String authorId, Instant validFrom, Instant validTo) {

    public OfficialAuthor {
        Contract.require("authorId", authorId);
    }

    /** Whether the account was official at {@code instant}. */
    public boolean validAt(Instant instant) {
        return (validFrom == null || !instant.isBefore(validFrom))
                && (validTo == null || instant.isBefore(validTo));
    }
}
