package io.otklik.schemas;

/** The moment from which a policy counts. */
public enum ClockStart {
    /** The resident published the message. */
    PUBLISHED,
    /** The message was found to be an appeal. */
    DETECTED,
    /** The appeal was given to the authority that owes the answer. */
    ASSIGNED
}
