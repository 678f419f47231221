package io.otklik.samples.corpus;

import java.util.List;
import java.util.Locale;

/** Makes a text look typed on a phone: each person writes in one lasting manner. */
public final class Misspeller {

    private static final List<String[]> SLANG =
            List.of(
                    new String[] {"пожалуйста", "пожалуста"},
                    new String[] {"равствуйте", "раствуйте"},
                    new String[] {"сегодня", "седня"},
                    new String[] {"вообще", "вобще"},
                    new String[] {"сейчас", "щас"},
                    new String[] {"человек", "чел"},
                    new String[] {"почему-то", "почемуто"},
                    new String[] {"когда-нибудь", "когданибудь"},
                    new String[] {"из-за", "изза"},
                    new String[] {"тысяч", "тыщ"},
                    new String[] {"спасибо", "спс"},
                    new String[] {"что ли", "чтоли"},
                    new String[] {"как будто", "какбудто"},
                    new String[] {" тоже", " тож"},
                    new String[] {"только", "токо"});
    private static final List<String> CROSS =
            List.of(
                    "😡",
                    "🤦‍♀️",
                    "!!!",
                    "🙏",
                    "...",
                    "😢",
                    " 🤔",
                    "!!",
                    "((",
                    "😤",
                    " 🙈",
                    "🙏🙏",
                    "???",
                    " ¯\\_(ツ)_/¯",
                    "🤬",
                    "😅",
                    ".....");
    private static final List<String> KIND =
            List.of(")))", "!!!", "🙏", "))", "!!", "👍", "😊", " 😄", ")", "❤", "...", " 🌞");

    private Misspeller() {}

    /**
     * Roughens {@code text} in place.
     *
     * @param style 0 … 99, the writer's manner
     * @param cross whether the writer is likely to be annoyed
     */
    public static void roughen(StringBuilder text, int style, boolean cross, Rng rng) {
        if (style < 34) {
            return;
        }
        if (style < 50) {
            lowerStart(text);
            dropLastPoint(text);
        } else if (style < 60) {
            lowerAll(text);
            dropPunctuation(text);
        } else if (style < 72) {
            slang(text);
            typo(text, rng);
        } else if (style < 84) {
            dropLastPoint(text);
            List<String> tails = cross ? CROSS : KIND;
            text.append(tails.get(rng.below(tails.size())));
        } else if (style < 89) {
            if (text.length() < 140 && rng.chance(0.6)) {
                replace(text, text.toString().toUpperCase(Locale.ROOT));
            }
        } else if (style < 95) {
            typo(text, rng);
            typo(text, rng);
            lowerStart(text);
        } else {
            stretch(text, rng);
        }
    }

    private static void replace(StringBuilder text, String with) {
        text.setLength(0);
        text.append(with);
    }

    private static void lowerStart(StringBuilder text) {
        if (text.length() > 0) {
            text.setCharAt(0, Character.toLowerCase(text.charAt(0)));
        }
    }

    private static void lowerAll(StringBuilder text) {
        replace(text, text.toString().toLowerCase(Locale.ROOT));
    }

    private static void dropLastPoint(StringBuilder text) {
        int last = text.length() - 1;
        if (last > 0 && text.charAt(last) == '.') {
            text.setLength(last);
        }
    }

    /** Commas and points go, but not those inside a number, an address or an e-mail. */
    private static void dropPunctuation(StringBuilder text) {
        int to = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean end = i + 1 == text.length() || text.charAt(i + 1) == ' ';
            if (!((c == ',' || c == '.') && end)) {
                text.setCharAt(to++, c);
            }
        }
        text.setLength(to);
    }

    private static void slang(StringBuilder text) {
        for (String[] pair : SLANG) {
            int at = text.indexOf(pair[0]);
            if (at >= 0) {
                text.replace(at, at + pair[0].length(), pair[1]);
            }
        }
    }

    /** Swaps, drops or doubles a letter inside a Russian word of at least five letters. */
    private static void typo(StringBuilder text, Rng rng) {
        if (text.length() < 12) {
            return;
        }
        int at = 2 + rng.below(text.length() - 4);
        for (int i = at - 2; i <= at + 2; i++) {
            char c = text.charAt(i);
            if (c < 'а' || c > 'я') {
                return;
            }
        }
        switch (rng.below(3)) {
            case 0 -> {
                char kept = text.charAt(at);
                text.setCharAt(at, text.charAt(at + 1));
                text.setCharAt(at + 1, kept);
            }
            case 1 -> text.deleteCharAt(at);
            default -> text.insert(at, text.charAt(at));
        }
    }

    /** «очень» becomes «оооочень», the last mark becomes three. */
    private static void stretch(StringBuilder text, Rng rng) {
        int at = text.indexOf("очень");
        if (at >= 0) {
            text.insert(at, "ооо", 0, 1 + rng.below(3));
        }
        char last = text.length() == 0 ? ' ' : text.charAt(text.length() - 1);
        if (last == '?' || last == '!' || last == ')') {
            text.append(last).append(last);
        }
    }
}
