package io.otklik.schemas;

/** What an alert tells. */
public enum AlertKind {
    /** A term ends soon. */
    DUE_SOON,
    /** A term ended without what it was set for. */
    OVERDUE,
    /** It is still missing some time later. */
    ESCALATION,
    /** The same text spreads. */
    SPREAD,
    /** Far more reactions than the page is used to. */
    ENGAGEMENT_SPIKE
}
