package io.otklik.similarity.signal;

/** Signals of a story as a whole; their weights stand in the book by these names. */
public enum StorySignal {
    /**
     * How many copies there are within a window of the book; what accumulates over days is no sign.
     */
    COPIES("copies"),
    /** On how many pages. */
    PAGES("pages"),
    /** Far more copies in such a window than usual for it. */
    GROWTH("growth"),
    /** The same text, or the same link, within a minute on several pages. */
    COORDINATION("coordination"),
    /** First seen outside of the pages that answer for what they publish. */
    ANONYMOUS_SOURCE("anonymous-source"),
    /** First published by an official page. */
    OFFICIAL_SOURCE("official-source"),
    /** Residents ask whether it is true. */
    ASKED("asked"),
    /** An official page denies it. */
    OFFICIAL_DENIAL("official-denial"),
    /** It repeats a claim that is in the register. */
    KNOWN_CLAIM("known-claim"),
    /** That claim was found false. */
    KNOWN_FALSE_CLAIM("known-false-claim"),
    /** It names itself a joke, or comes from a page of satire. */
    SATIRE("satire"),
    /**
     * That many carry it is all that speaks for a check: nothing in its words, no question, no
     * denial.
     */
    UNSUPPORTED("unsupported"),
    /** Only evaluations and complaints: no statement that could be false. */
    ONLY_OPINION("only-opinion");

    private final String id;

    StorySignal(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }
}
