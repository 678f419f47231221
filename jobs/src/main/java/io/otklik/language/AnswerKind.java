package io.otklik.language;

import java.util.Locale;

/** What an official message is to the appeal above it (labelling guide, domain §c). */
public enum AnswerKind {
    /** Accepted, passed on, will be looked into. */
    ACK,
    /** Asks for details. */
    CLARIFY,
    /** Stages and terms: will be done. */
    INTERIM,
    /** Substance: done, explained, exact information, reasoned refusal, sent to another body. */
    FINAL,
    /** Thanks, greeting, announcement: no answer to an appeal. */
    OTHER;

    /** The name in lower case, as labels and {@code otklik classify} write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The kind of that label.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static AnswerKind ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
