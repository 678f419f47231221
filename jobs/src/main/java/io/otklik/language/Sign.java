package io.otklik.language;

/** What can be seen of a text at a glance and matters together with its place in the thread. */
public enum Sign {
    QUESTION,
    /** The last thing written is a question mark. */
    ENDS_WITH_QUESTION,
    /** Opens with a mention of a person: talks to them. */
    MENTIONS_PERSON,
    /** Opens with a mention of a page. */
    MENTIONS_PAGE,
    /** Nothing but emoji and marks. */
    WORDLESS,
    EXCLAMATION,
    /** Glad, loving, applauding emoji or «)))». */
    JOY,
    LAUGHTER,
    /** Angry, sad or doubting emoji. */
    DISPLEASURE,
    NUMBER,
    SHOUTED,
    LINK,
    HASHTAG,
    /** A house seems to be named: a street's kind or a name stands beside a number. */
    ADDRESS,
    /** Three words or more and no mark at all: what a question is shows by its words alone. */
    UNMARKED,
    /** Praise or thanks, and behind it a «but»: the rest may be what is really said. */
    PRAISE_THEN_BUT,
    /** A few words without a mark that end as a question does: «салют будет», «каток платный». */
    SHORT_ASKING,
    /** A greeting, thanks in advance, a signature or a link was left out around what is said. */
    FRAMED,
    /** Folded hands: asks without the word. */
    PLEA;

    private static final Sign[] ALL = values();

    /** Number of signs. */
    public static final int COUNT = ALL.length;

    /** The sign's bit in {@link Reading#signs}. */
    public int bit() {
        return 1 << ordinal();
    }
}
