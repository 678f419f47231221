package io.otklik.language;

/** For whom the author of a message speaks. */
public enum AuthorRole {
    /** The page itself or another account that the register lists as its voice. */
    OFFICIAL,
    RESIDENT,
    /** Another community: neither a resident nor the page. */
    OTHER_COMMUNITY,
    /** The source does not tell; the text has to. */
    UNKNOWN
}
