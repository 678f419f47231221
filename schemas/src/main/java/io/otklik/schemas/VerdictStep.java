package io.otklik.schemas;

/** What a person did about a suspicion. */
public enum VerdictStep {
    /** Took it up under a claim. */
    REGISTERED,
    /** Said what the claim is. */
    RATED,
    /** Linked a refutation by hand. */
    REFUTED,
    /** Ended the monitoring. */
    CLOSED
}
