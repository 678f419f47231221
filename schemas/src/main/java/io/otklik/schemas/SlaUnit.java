package io.otklik.schemas;

/** In which time a term runs. */
public enum SlaUnit {
    /** In the working time of a {@link WorkCalendar}. */
    WORKING,
    /** Round the clock. */
    CALENDAR
}
