package io.otklik.schemas;

/** What an {@link Alert} warns of. */
public enum AlertKind {
    /** The term of a metric ends soon and nothing was answered. */
    DUE_SOON,
    /** The term of a metric has passed. */
    OVERDUE,
    /** A term passed so long ago that the next level has to know. */
    ESCALATION,
    /** A message spreads over several pages. */
    SPREAD,
    /** A post is commented or shared far more than usual. */
    ENGAGEMENT_SPIKE
}
