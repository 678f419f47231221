package io.otklik.schemas;

/** How an incident repeats an earlier one. */
public enum RepeatKind {
    /** One of those who wrote about the earlier one writes again. */
    AUTHOR,
    /** Others write about the same problem at the same place. */
    PLACE
}
