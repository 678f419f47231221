package io.otklik.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;

import java.time.Instant;

/**
 * The rule book that is in force from now on, on the compacted topic {@code rule}: a whole book, as
 * its analysts wrote it, so that what was refused can be shown to them line by line.
 *
 * @param bookId which book it is: {@link #MESSAGES} or {@link #SIGNALS}
 * @param version the book's own version, a name that stands on every row that it decided
 * @param yaml the book
 * @param updatedAt when it was imported
 */
public record RuleBookVersion(
        @JsonProperty(required = true) String bookId,
        @JsonProperty(required = true) String version,
        @JsonProperty(required = true) String yaml,
        @JsonProperty(required = true) Instant updatedAt) {

    /** The book of what a message says. */
    public static final String MESSAGES = "messages";

    /** The book of what speaks for a story being checked. */
    public static final String SIGNALS = "signals";

    public RuleBookVersion {
        Contract.require("bookId", bookId);
        Contract.require("version", version);
        Contract.require("yaml", yaml);
        Contract.require("updatedAt", updatedAt);
    }
}
