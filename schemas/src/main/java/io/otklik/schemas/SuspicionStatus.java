package io.otklik.schemas;

/** Where a suspicion stands. Only people move it beyond SUSPECTED and RESURFACED. */
public enum SuspicionStatus {
    /** Signals speak for a check; nobody has looked yet. */
    SUSPECTED,
    /** It repeats a claim that people found false before. */
    RESURFACED,
    /** A person has taken it up. */
    REGISTERED,
    /** A person has said what it is. */
    RATED,
    /** An official page denied it; copies are watched. */
    REFUTED,
    /** A person ended the monitoring, or found nothing false. */
    CLOSED
}
