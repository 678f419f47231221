package io.otklik.local.clickhouse.query;

/**
 * What a request's text is, as far as a server in front of the engine must know.
 *
 * @param head the text for the engine; of an INSERT with data: up to {@code FORMAT} or {@code
 *     VALUES}
 * @param format the format named in the text; null if none is
 * @param formatAt where the {@code FORMAT} clause of a SELECT starts in {@code head}, else where
 *     the text ends (before a closing semicolon)
 * @param dataAt where the data of an INSERT starts in the request
 * @param blockwise whether a SELECT's result may be read block by block: no totals, no array around
 *     rows
 */
public record Statement(
        Kind kind, byte[] head, String format, int formatAt, int dataAt, boolean blockwise) {

    /** Kinds of statements. */
    public enum Kind {
        /** Nothing but blanks and comments. */
        EMPTY,
        /** An INSERT whose rows follow its text. */
        INSERT_DATA,
        /** A SELECT: its result may be large. */
        SELECT,
        /** Anything else: its result is small. */
        OTHER
    }
}
