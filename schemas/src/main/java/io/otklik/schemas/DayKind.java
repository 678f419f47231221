package io.otklik.schemas;

/** How a day of a production calendar departs from its weekday. */
public enum DayKind {
    /** A holiday, or a day off that was moved here. */
    OFF,
    /** Worked although its weekday is free. */
    WORKING,
    /** Worked, and shorter: the day before a holiday. */
    SHORT
}
