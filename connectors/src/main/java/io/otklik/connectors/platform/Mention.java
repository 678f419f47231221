package io.otklik.connectors.platform;

/**
 * VK's mark-up of a mention or link: {@code [id1|Имя]}, {@code [club1|Имя]}, {@code
 * [id1:bp-143_58908|Имя]}, {@code [https://vk.com/…|слова]}.
 *
 * @param ownerId whom it names: positive for a person, negative for a page, 0 for anything else
 * @param nameStart first character of what a reader sees
 * @param nameEnd place of the closing bracket; -1 if none closes it, which hides no id either
 */
record Mention(long ownerId, int nameStart, int nameEnd) {

    private static final String[] PAGES = {"club", "public", "event"};
    private static final int LONGEST_TARGET = 300;
    private static final int LONGEST_NAME = 300;

    /** Mark-up inside mark-up is nobody's honest text; deeper than this it stays. */
    private static final int PASSES = 4;

    private static final int LONGEST_ID = 18;

    /** The mention whose bracket opens at {@code start}, or null. */
    static Mention at(String text, int start) {
        int bar = near(text, '|', start, LONGEST_TARGET);
        if (bar < 0) {
            return null;
        }
        String target = text.substring(start + 1, bar);
        long owner = owner(target);
        int end = near(text, ']', bar, LONGEST_NAME);
        int inner = near(text, '[', bar, LONGEST_NAME);
        int close = end >= 0 && (inner < 0 || inner > end) ? end : -1;
        boolean link = target.startsWith("http") || target.startsWith("vk.");
        return owner != 0 || link && close >= 0 ? new Mention(owner, bar + 1, close) : null;
    }

    /** The text with the names of mentions in place of their mark-up. */
    static String strip(String text) {
        String stripped = text;
        for (int pass = 0; pass < PASSES; pass++) {
            String before = stripped;
            stripped = stripOnce(before);
            if (stripped.equals(before)) {
                break;
            }
        }
        return stripped;
    }

    private static String stripOnce(String text) {
        StringBuilder out = null;
        int copied = 0;
        for (int i = text.indexOf('['); i >= 0; i = text.indexOf('[', Math.max(i + 1, copied))) {
            Mention mention = at(text, i);
            if (mention == null) {
                continue;
            }
            if (out == null) {
                out = new StringBuilder(text.length());
            }
            out.append(text, copied, i);
            copied = mention.nameStart;
            if (mention.nameEnd >= 0) {
                out.append(text, copied, mention.nameEnd);
                copied = mention.nameEnd + 1;
            }
        }
        return out == null ? text : out.append(text, copied, text.length()).toString();
    }

    /** The mention at the head of a text, white space before it aside; null if there is none. */
    static Mention leading(String text) {
        int start = 0;
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        return start < text.length() && text.charAt(start) == '[' ? at(text, start) : null;
    }

    /** Bounded, for a text of brackets only would cost its square. */
    private static int near(String text, char c, int from, int distance) {
        int last = Math.min(text.length(), from + distance);
        for (int i = from; i < last; i++) {
            if (text.charAt(i) == c) {
                return i;
            }
        }
        return -1;
    }

    private static long owner(String target) {
        if (target.startsWith("id")) {
            return number(target, 2);
        }
        for (String page : PAGES) {
            if (target.startsWith(page)) {
                return -number(target, page.length());
            }
        }
        return 0;
    }

    private static long number(String target, int from) {
        int run = Digits.run(target, from);
        int end = from + run;
        boolean whole = end == target.length() || target.charAt(end) == ':';
        return run == 0 || run > LONGEST_ID || !whole ? 0 : Long.parseLong(target, from, end, 10);
    }
}
