package io.otklik.jobs.engagement;

/** What letting old windows go did. */
enum Swept {
    NOTHING,
    OLD_WINDOWS,
    /** Nothing is left, and nothing changed for the retention time. */
    EVERYTHING
}
