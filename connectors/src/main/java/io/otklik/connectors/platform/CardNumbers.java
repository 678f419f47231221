package io.otklik.connectors.platform;

/**
 * Finds bank card numbers with a right Luhn sum: 16 to 19 digits in one run, or four groups of four
 * with one space or hyphen between. Numbers of organisations (10, 12, 13 or 15 digits) and of
 * accounts (20) are of other lengths.
 */
final class CardNumbers {

    private static final int SHORTEST = 16;
    private static final int LONGEST = 19;
    private static final int GROUP = 4;

    private CardNumbers() {}

    /** The end of the card number that starts at {@code from}, or -1. */
    static int end(String text, int from) {
        char first = text.charAt(from);
        if (first < '2' || first > '6') {
            return -1;
        }
        int run = Digits.run(text, from);
        if (run >= SHORTEST && run <= LONGEST) {
            return luhn(text, from, from + run) ? from + run : -1;
        }
        int end = from;
        for (int group = 0; group < SHORTEST / GROUP; group++) {
            if (group > 0) {
                if (end >= text.length() || !Digits.joins(text.charAt(end))) {
                    return -1;
                }
                end++;
            }
            if (Digits.run(text, end) != GROUP) {
                return -1;
            }
            end += GROUP;
        }
        return luhn(text, from, end) ? end : -1;
    }

    private static boolean luhn(String text, int from, int to) {
        int sum = 0;
        boolean doubled = false;
        for (int i = to - 1; i >= from; i--) {
            char c = text.charAt(i);
            if (!Digits.is(c)) {
                continue;
            }
            int digit = c - '0';
            if (doubled) {
                digit = digit > 4 ? digit * 2 - 9 : digit * 2;
            }
            sum += digit;
            doubled = !doubled;
        }
        return sum % 10 == 0;
    }
}
