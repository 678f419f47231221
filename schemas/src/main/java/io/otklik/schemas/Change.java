package io.otklik.schemas;

/**
 * What happened to a message. The order is the one in which changes with the same time are taken: a
 * later constant wins.
 */
public enum Change {
    CREATED,
    EDITED,
    DELETED,
    RESTORED
}
