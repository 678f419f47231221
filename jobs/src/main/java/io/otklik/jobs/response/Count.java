package io.otklik.jobs.response;

/** The plain counts of a window; their order is part of the state. */
enum Count {
    OPENED,
    WITHDRAWN,
    OPEN,
    ACKNOWLEDGED,
    ACKNOWLEDGED_UNFINISHED,
    ANSWERED,
    REOPENED,
    FIRST_IN_TIME,
    FIRST_OVERDUE,
    FIRST_SILENT,
    FINAL_IN_TIME,
    FINAL_OVERDUE,
    FINAL_SILENT,
    TEMPLATES,
    LATE
}
