package io.otklik.schemas;

/** How the figures of a {@link Counter} are to be read. */
public enum CounterKind {
    /** Running totals at a moment; a total that the platform does not give is null. */
    SNAPSHOT,
    /** Signed differences made by one event, such as a like given or taken back. */
    CHANGE
}
