package io.otklik.language;

/** What can be seen of a text at a glance and matters together with its place in the thread. */
enum Sign {
    QUESTION,
    /** Opens with a mention of a person: talks to them. */
    MENTIONS_PERSON,
    /** Opens with a mention of a page. */
    MENTIONS_PAGE,
    /** Nothing but emoji and marks. */
    WORDLESS;

    int bit() {
        return 1 << ordinal();
    }
}
