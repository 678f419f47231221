package io.otklik.schemas;

/** Where an appeal stands. */
public enum AppealStatus {
    /** No official has answered, every answer was deleted, or it was opened again. */
    OPEN,
    /** Taken into work; the answer on the merits is owed. */
    ACKNOWLEDGED,
    /** The authority asked the resident something and waits for the reply. */
    CLARIFYING,
    /** Stages and terms were told; the answer on the merits is owed. */
    INTERIM,
    /** Answered on the merits. */
    ANSWERED,
    /** Deleted, or edited into something else, before it was answered on the merits. */
    WITHDRAWN,
    /** Owed by the incident that it belongs to: an earlier appeal about the same problem. */
    MERGED
}
