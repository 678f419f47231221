package io.otklik.schemas;

/** Who wrote a message, as far as the platform tells. */
public enum AuthorKind {
    /** The page under whose post the message stands. */
    COMMUNITY,
    PERSON,
    /** A page that writes under another page's post. */
    OTHER_COMMUNITY
}
