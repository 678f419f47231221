package io.otklik.language;

/** Whom a message addresses, by its place, by a mention or by the platform's own telling. */
public enum Addressee {
    /** First level: whoever wrote the post. */
    POST,
    PAGE,
    PERSON,
    /** A reply of which nothing more is known. */
    UNKNOWN
}
