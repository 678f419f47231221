package io.otklik.connectors.platform;

/**
 * Takes personal data out of a text: {@code [id1|Имя]} becomes {@code Имя}, a mentioned name
 * {@code @…}, a telephone number {@code [телефон]}, an e-mail address {@code [почта]}, a bank card
 * {@code [карта]}, the number in a link to a person's page {@code …}. Zero bytes are removed, for
 * they mean nothing and would hide a number from this; half a surrogate pair, which JSON can write
 * and UTF-8 cannot, becomes U+FFFD. A masked text stays as it is when masked again.
 *
 * <p>House numbers, dates, prices, numbers of organisations, short and toll-free telephone numbers
 * stay: an answer is worth little without the line to call, and they are nobody's own.
 */
public final class TextMasker {

    static final String PHONE = "[телефон]";
    static final String MAIL = "[почта]";
    static final String CARD = "[карта]";
    static final char CUT = '…';

    /** Fewer digits make neither a telephone number nor a card. */
    private static final int FEW_DIGITS = 5;

    private static final String[] PERSON_LINKS = {
        "vk.com/id", "vk.ru/id", "ok.ru/profile/", "user?id="
    };

    private TextMasker() {}

    /** The text without personal data; the same object where there is none. */
    public static String mask(String text) {
        int digits = 0;
        boolean marks = false;
        boolean unclean = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= '@') {
                if (Digits.is(c)) {
                    digits++;
                } else if (c == '@') {
                    marks = true;
                } else if (c == 0) {
                    unclean = true;
                }
            } else if (c == '[') {
                marks = true;
            } else if (Character.isSurrogate(c)) {
                unclean = true;
            }
        }
        String clean = unclean ? clean(text) : text;
        if (!marks && digits < FEW_DIGITS && clean.indexOf('/') < 0) {
            return clean;
        }
        return new Scan(marks ? Mention.strip(clean) : clean).run();
    }

    private static String clean(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair =
                    Character.isHighSurrogate(c)
                            && i + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(i + 1));
            boolean fault = c == 0 || Character.isSurrogate(c) && !pair;
            if (fault && out == null) {
                out = new StringBuilder(text.length()).append(text, 0, i);
            }
            if (out != null && c != 0) {
                out.append(fault ? '\uFFFD' : c);
            }
            if (pair) {
                i++;
                if (out != null) {
                    out.append(text.charAt(i));
                }
            }
        }
        return out == null ? text : out.toString();
    }

    /** One walk over a text that may hold something; copies only from the first find on. */
    private static final class Scan {
        private final String text;
        private StringBuilder out;
        private int copied;

        Scan(String text) {
            this.text = text;
        }

        String run() {
            int i = 0;
            while (i < text.length()) {
                char c = text.charAt(i);
                int next = i + 1;
                if (c == '@') {
                    next = at(i);
                } else if (Digits.is(c) || (c == '+' || c == '(') && Digits.at(text, i + 1)) {
                    next = number(i);
                }
                i = next;
            }
            return out == null ? text : out.append(text, copied, text.length()).toString();
        }

        private int at(int sign) {
            int start = sign;
            while (start > copied && mailChar(text.charAt(start - 1))) {
                start--;
            }
            int end = sign + 1;
            int dot = -1;
            for (int i = end; i < text.length() && domainChar(text.charAt(i)); i++) {
                // A dot counts with a letter after it: the one that ends a sentence has none.
                if (Character.isLetterOrDigit(text.charAt(i))) {
                    dot = text.charAt(i - 1) == '.' ? i - 1 : dot;
                    end = i + 1;
                }
            }
            if (start < sign && dot > sign + 1 && end - dot > 2) {
                return replace(start, end, MAIL);
            }
            int name = sign + 1;
            while (name < text.length() && nameChar(text.charAt(name))) {
                name++;
            }
            return name - sign > 2 ? replace(sign + 1, name, CUT + "") : sign + 1;
        }

        private int number(int start) {
            if (Digits.is(text.charAt(start))) {
                int link = personLink(start);
                if (link > 0) {
                    return link;
                }
                int card = CardNumbers.end(text, start);
                if (card > 0) {
                    return replace(start, card, CARD);
                }
            }
            int phone = PhoneNumbers.end(text, start);
            if (phone > 0) {
                return PhoneNumbers.personal(text, start, phone)
                        ? replace(start, phone, PHONE)
                        : phone;
            }
            return Math.max(start + 1, start + Digits.run(text, start));
        }

        private int personLink(int start) {
            for (String link : PERSON_LINKS) {
                if (text.regionMatches(true, start - link.length(), link, 0, link.length())) {
                    return replace(start, start + Digits.run(text, start), CUT + "");
                }
            }
            return -1;
        }

        private int replace(int from, int to, String by) {
            if (out == null) {
                out = new StringBuilder(text.length());
            }
            out.append(text, copied, from).append(by);
            copied = to;
            return to;
        }

        private static boolean mailChar(char c) {
            return Character.isLetterOrDigit(c)
                    || c == '.'
                    || c == '_'
                    || c == '-'
                    || c == '+'
                    || c == '%';
        }

        private static boolean domainChar(char c) {
            return Character.isLetterOrDigit(c) || c == '.' || c == '-';
        }

        private static boolean nameChar(char c) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || Digits.is(c) || c == '_';
        }
    }
}
