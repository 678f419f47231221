package io.otklik.language.train;

import java.util.Locale;
import java.util.Random;

/** The same text, written carelessly: what robustness is measured by. */
public enum TextVariant {
    AS_WRITTEN {
        @Override
        String of(String text, Random random) {
            return text;
        }
    },
    /** One letter of a word of four or more is lost, doubled or changes its place with the next. */
    TYPO {
        @Override
        String of(String text, Random random) {
            return withTypo(text, random);
        }
    },
    NO_PUNCTUATION {
        @Override
        String of(String text, Random random) {
            return outsideMentions(text, "[.,!?:;…]+", " ");
        }
    },
    LOWER_CASE {
        @Override
        String of(String text, Random random) {
            return text.toLowerCase(Locale.ROOT);
        }
    },
    UPPER_CASE {
        @Override
        String of(String text, Random random) {
            int close = text.startsWith("[") ? text.indexOf(']') + 1 : 0;
            return text.substring(0, close) + text.substring(close).toUpperCase(Locale.ROOT);
        }
    };

    private static final int SHORTEST = 4;

    /** The text in this variant; chance comes from {@code random} alone. */
    abstract String of(String text, Random random);

    private static String outsideMentions(String text, String what, String by) {
        int close = text.startsWith("[") ? text.indexOf(']') + 1 : 0;
        return text.substring(0, close) + text.substring(close).replaceAll(what, by);
    }

    private static String withTypo(String text, Random random) {
        int close = text.startsWith("[") ? text.indexOf(']') + 1 : 0;
        int[] starts = new int[text.length()];
        int words = 0;
        for (int i = close; i + SHORTEST <= text.length(); i++) {
            boolean begins = i == 0 || !Character.isLetter(text.charAt(i - 1));
            if (begins && isWord(text, i)) {
                starts[words++] = i;
            }
        }
        if (words == 0) {
            return text;
        }
        int at = starts[random.nextInt(words)] + 1 + random.nextInt(SHORTEST - 2);
        StringBuilder typo = new StringBuilder(text);
        switch (random.nextInt(3)) {
            case 0 -> typo.deleteCharAt(at);
            case 1 -> typo.insert(at, text.charAt(at));
            default -> {
                typo.setCharAt(at, text.charAt(at + 1));
                typo.setCharAt(at + 1, text.charAt(at));
            }
        }
        return typo.toString();
    }

    private static boolean isWord(String text, int from) {
        for (int i = from; i < from + SHORTEST; i++) {
            if (!Character.isLetter(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
