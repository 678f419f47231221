package io.otklik.connectors.platform;

/** Runs of digits in a text and what may stand between them. */
final class Digits {

    private Digits() {}

    static boolean is(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean at(String text, int i) {
        return i >= 0 && i < text.length() && is(text.charAt(i));
    }

    /** How many digits follow one another from {@code from} on. */
    static int run(String text, int from) {
        int i = from;
        while (at(text, i)) {
            i++;
        }
        return i - from;
    }

    /** A space of any width or a hyphen. */
    static boolean joins(char c) {
        return c == ' '
                || hyphen(c)
                || c == '\u00A0'
                || c >= '\u2000' && c <= '\u200B'
                || c == '\u202F'
                || c == '\u2060'
                || c == '\uFEFF';
    }

    static boolean hyphen(char c) {
        return c == '-' || c >= '\u2010' && c <= '\u2015' || c == '\u2212';
    }
}
