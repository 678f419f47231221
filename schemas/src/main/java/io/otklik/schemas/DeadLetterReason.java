package io.otklik.schemas;

/** Why a payload gave no record. */
public enum DeadLetterReason {
    EMPTY,
    INVALID_UTF8,
    INVALID_JSON,
    TOO_LARGE,
    TOO_DEEP,
    MISSING_FIELD,
    WRONG_TYPE,
    OUT_OF_RANGE,
    UNKNOWN_VALUE,
    /** The event's type is not one that the platform documents. */
    UNKNOWN_EVENT,
    /** A known event that says nothing about messages or counters; kept without its payload. */
    IGNORED_EVENT,
    /** A comment whose post never became known. */
    UNKNOWN_THREAD,
    /** A recipient of alerts refused a message, or did not take it in time. */
    DELIVERY_FAILED,
    /** The reader itself failed: a fault of Otklik, to be reported. */
    PARSER_FAILURE
}
