package io.otklik.schemas;

/** Where an appeal stands. */
public enum AppealStatus {
    /** No official has answered, or every answer was deleted. */
    OPEN,
    /** At least one official answer stands. */
    ANSWERED,
    /** Deleted, or edited into something else, before an official answered. */
    WITHDRAWN
}
