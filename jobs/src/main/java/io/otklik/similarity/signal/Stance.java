package io.otklik.similarity.signal;

/** How a text stands to the story that it carries. */
public enum Stance {
    /** It tells it. */
    STORY,
    /** An official page denies it. */
    REFUTATION,
    /** It asks whether it is true. */
    QUESTION,
    /** It names itself a joke. */
    SATIRE
}
