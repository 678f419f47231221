package io.otklik.language;

import java.util.Locale;

/** What a message under a post is, by the guide that the training data was labelled by. */
public enum Kind {
    /** A resident asks an authority to act or to answer. */
    APPEAL,
    /** A resident goes on with an appeal that already stands in the thread. */
    FOLLOW_UP,
    THANKS,
    /** Irony, emotion, politics: nothing concrete that an official could mend or answer. */
    OPINION,
    /** Residents among themselves, greetings, emoji, «+» of a contest or a booking. */
    CHAT,
    SPAM,
    /** A message in the name of the page or the administration. */
    OFFICIAL;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** Whether an authority owes something. */
    public boolean needsAnswer() {
        return this == APPEAL || this == FOLLOW_UP;
    }

    /** As labelled files and {@code otklik classify} write it: {@code follow_up}. */
    public String label() {
        return label;
    }

    /**
     * @throws IllegalArgumentException if there is no such kind; the message names it
     */
    public static Kind ofLabel(String label) {
        for (Kind kind : values()) {
            if (kind.label.equals(label)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("«" + label + "» is no kind of message.");
    }
}
