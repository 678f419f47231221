package io.otklik.connectors.platform;

import java.util.Locale;
import java.util.Set;

/**
 * Finds telephone numbers as Russians write them: {@code +7 (916) 123-45-67}, {@code 89161234567},
 * {@code 9161234567}, {@code (8352) 12-34-56}, {@code 223-44-55}, {@code тел. 22-33-44}, and
 * foreign ones with a plus. A landline counts even if it may be an office's: a text does not tell.
 *
 * <p>Numbers of three or four digits (112, 122) are no telephone numbers here: they are nobody's
 * own.
 */
final class PhoneNumbers {

    private static final int NATIONAL = 11;
    private static final int WITHOUT_PREFIX = 10;
    private static final int LONGEST = 15;
    private static final int CODE = 3;
    private static final int LOCAL_SHORTEST = 5;
    private static final int LOCAL_LONGEST = 7;
    private static final int JOINERS = 3;
    private static final int WORD = 16;
    private static final int GAP = 6;

    private static final Set<String> OTHER_NUMBERS =
            Set.of(
                    "инн",
                    "огрн",
                    "огрнип",
                    "кпп",
                    "октмо",
                    "окато",
                    "уин",
                    "л/с",
                    "счет",
                    "счёт",
                    "счета",
                    "счёта",
                    "счету",
                    "счёту",
                    "договор",
                    "договора",
                    "договору");
    private static final String[] CALLS = {"тел", "факс", "звон", "позвон", "моб", "номеру"};

    private PhoneNumbers() {}

    /**
     * The end of the number that starts at {@code from}, which holds a digit, a plus or an opening
     * bracket and follows no digit; -1 if none does.
     */
    static int end(String text, int from) {
        char first = text.charAt(from);
        if (first == '+') {
            return international(text, from);
        }
        if (first == '(') {
            return bracketed(text, from);
        }
        int end = -1;
        if (first == '7' || first == '8') {
            end = national(text, from);
        } else if (first == '9') {
            end = mobile(text, from);
        }
        return end < 0 ? local(text, from) : end;
    }

    /**
     * Whether a number may be a person's. Toll-free 8-800 and 8-804 numbers belong to organisations
     * only, and a word before it may call it something else (ИНН, ОГРН, лицевой счёт).
     */
    static boolean personal(String text, int from, int end) {
        if (OTHER_NUMBERS.contains(lastWord(text, from))) {
            return false;
        }
        StringBuilder digits = new StringBuilder(LONGEST);
        for (int i = from; i < end; i++) {
            if (Digits.is(text.charAt(i))) {
                digits.append(text.charAt(i));
            }
        }
        int code = digits.length() - WITHOUT_PREFIX;
        return code < 0
                || code > 1
                || digits.indexOf("800", code) != code && digits.indexOf("804", code) != code;
    }

    private static int international(String text, int from) {
        if (text.charAt(from + 1) == '7') {
            return national(text, from + 1);
        }
        int count = 0;
        int end = -1;
        int joiners = 0;
        for (int i = from + 1; i < text.length() && joiners <= JOINERS; i++) {
            char c = text.charAt(i);
            if (Digits.is(c)) {
                joiners = 0;
                end = i + 1;
                if (++count > LONGEST) {
                    return -1;
                }
            } else if (Digits.joins(c) || c == '(' || c == ')') {
                joiners++;
            } else {
                break;
            }
        }
        return count >= WITHOUT_PREFIX ? end : -1;
    }

    /** {@code (8352) 12-34-56}: a city's code in brackets. */
    private static int bracketed(String text, int from) {
        int code = Digits.run(text, from + 1);
        int close = from + 1 + code;
        boolean closed = close < text.length() && text.charAt(close) == ')';
        return closed && code >= CODE && code <= CODE + 2
                ? take(text, from + 1, WITHOUT_PREFIX)
                : -1;
    }

    /** Eleven digits, the first of which is the prefix 7 or 8. */
    private static int national(String text, int from) {
        int code = from + 1;
        for (int joiners = 0; joiners < JOINERS; joiners++) {
            if (code < text.length() && joiner(text.charAt(code))) {
                code++;
            }
        }
        // A list of small numbers is no telephone number: its second group is short.
        return Digits.run(text, code) >= CODE && areaCode(text.charAt(code))
                ? take(text, from, NATIONAL)
                : -1;
    }

    /** Ten digits of a mobile number without its prefix. */
    private static int mobile(String text, int from) {
        int run = Digits.run(text, from);
        return run == CODE || run == WITHOUT_PREFIX ? take(text, from, WITHOUT_PREFIX) : -1;
    }

    /** Codes of Russia's regions, mobile networks and services; Kazakhstan's begin with 7. */
    private static boolean areaCode(char c) {
        return c == '3' || c == '4' || c == '7' || c == '8' || c == '9';
    }

    /** Takes exactly {@code digits} digits with few joiners between; no digit may follow. */
    private static int take(String text, int from, int digits) {
        int count = 0;
        int joiners = 0;
        for (int i = from; i < text.length() && joiners <= JOINERS; i++) {
            char c = text.charAt(i);
            if (Digits.is(c)) {
                joiners = 0;
                if (++count == digits) {
                    return Digits.at(text, i + 1) ? -1 : i + 1;
                }
            } else if (joiner(c)) {
                joiners++;
            } else {
                break;
            }
        }
        return -1;
    }

    /** {@code 223-44-55} anywhere, other numbers of five to seven digits after a word for it. */
    private static int local(String text, int from) {
        if (from > 0 && Digits.hyphen(text.charAt(from - 1))) {
            return -1;
        }
        int[] runs = new int[LOCAL_LONGEST];
        int count = 0;
        int groups = 0;
        int i = from;
        while (true) {
            int run = Digits.run(text, i);
            count += run;
            if (count > LOCAL_LONGEST) {
                return -1;
            }
            runs[groups++] = run;
            i += run;
            boolean more =
                    i < text.length() && Digits.hyphen(text.charAt(i)) && Digits.at(text, i + 1);
            if (!more) {
                break;
            }
            i++;
        }
        boolean city = groups == 3 && runs[0] == CODE && runs[1] == 2 && runs[2] == 2;
        return city || count >= LOCAL_SHORTEST && called(text, from) ? i : -1;
    }

    private static boolean called(String text, int from) {
        String word = lastWord(text, from);
        for (String call : CALLS) {
            if (word.startsWith(call)) {
                return true;
            }
        }
        return word.equals("т");
    }

    private static boolean joiner(char c) {
        return Digits.joins(c) || c == '(' || c == ')' || c == '.';
    }

    /** The word before a place, in lower case; empty if a number or much else stands between. */
    private static String lastWord(String text, int at) {
        int end = at;
        while (end > 0 && at - end < GAP && !Character.isLetterOrDigit(text.charAt(end - 1))) {
            end--;
            if ("…@]".indexOf(text.charAt(end)) >= 0) {
                // Something was masked here, and its own name is no word for the number.
                return "";
            }
        }
        int start = end;
        while (start > 0 && end - start < WORD && wordChar(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, end).toLowerCase(Locale.ROOT);
    }

    private static boolean wordChar(char c) {
        return Character.isLetter(c) || c == '/';
    }
}
