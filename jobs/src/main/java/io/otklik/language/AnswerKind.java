package io.otklik.language;

import java.util.Locale;

/** What an official message is to the appeal that it answers. */
public enum AnswerKind {
    /** Accepted, passed on, will be looked into. */
    ACK,
    /** Asks the resident for details. */
    CLARIFY,
    /** Stages and terms: will be done. */
    INTERIM,
    /** Substance: done, explained, exactly told, refused with reasons, sent to whom it concerns. */
    FINAL,
    /** No answer: thanks, a greeting, an announcement. */
    OTHER;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** As labelled files and {@code otklik classify} write it. */
    public String label() {
        return label;
    }

    /**
     * @throws IllegalArgumentException if there is no such kind; the message names it
     */
    public static AnswerKind ofLabel(String label) {
        for (AnswerKind kind : values()) {
            if (kind.label.equals(label)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("«" + label + "» is no kind of answer.");
    }
}
