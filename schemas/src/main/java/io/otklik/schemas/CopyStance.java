package io.otklik.schemas;

/** How a message stands to the story that it carries. */
public enum CopyStance {
    /** It tells it. */
    STORY,
    /** An official page denies it. */
    REFUTATION,
    /** It asks whether it is true, or doubts it. */
    QUESTION,
    /** It names itself a joke. */
    SATIRE
}
