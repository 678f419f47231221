package io.otklik.schemas;

/** What a policy sets a term for. */
public enum SlaMetric {
    /** From the clock's start until the message has an authority that owes the answer. */
    TRIAGE,
    /**
     * From the clock's start until the resident has any official reply: taken into work, or more.
     */
    FIRST_RESPONSE,
    /** From the clock's start until the answer on the merits. */
    FINAL_ANSWER,
    /** From an interim answer until the answer on the merits. */
    FINAL_AFTER_INTERIM,
    /** From a clarifying question until it is given up that the resident replies. */
    CLARIFICATION
}
