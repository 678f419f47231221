package io.otklik.language.answer;

import java.time.LocalDate;
import java.util.regex.Matcher;

/**
 * One way to name a time.
 *
 * @param expression what it looks like, in lower case and without {@code ё}
 * @param reader what a match of it means
 */
record DateRule(String expression, Reader reader) {

    /** A rule whose matches are no part of a longer number, address or time of the day. */
    static DateRule of(String expression, Reader reader) {
        return new DateRule("(?<![\\p{L}\\d.,/:-])(?:" + expression + ")(?![\\d]|-\\d)", reader);
    }

    /** Reads the period that a match names, seen from the message's day; null if it names none. */
    interface Reader {
        Period read(Matcher matcher, LocalDate published);
    }
}
