package io.otklik.schemas;

/** How an incident repeats an earlier one. */
public enum RepeatKind {
    /** One of those who were answered then writes again, soon after the last answer. */
    AUTHOR,
    /** Others write about the same problem at the same place. */
    PLACE
}
