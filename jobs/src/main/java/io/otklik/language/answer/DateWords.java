package io.otklik.language.answer;

import java.time.DateTimeException;
import java.util.regex.Matcher;

/** What the phrases of dates share: months, years, ordinals, and what they mean as numbers. */
final class DateWords {

    static final String MONTH =
            "(?:(?:январ|феврал|март|апрел|июн|июл|август|сентябр|октябр|ноябр|декабр)\\p{L}{0,2}"
                    + "|ма[йяею])(?!\\p{L})";
    static final String YEAR = "(?:\\s+(\\d{4})(?:\\s*г(?:ода?у?\\b|\\.|\\b)?)?)?";
    static final String THIS = "(?:эт|текущ|нынешн)\\p{L}+";
    static final String NEXT = "(?:(?:следующ|будущ)\\p{L}+|след\\.)";
    static final String WHICH = "(" + THIS + "|" + NEXT + "|ближайш\\p{L}+)";
    static final String ORDINAL =
            "(iv|iii|ii|i|[1-4](?:-?(?:й|м|ом|ого|го|е))?|перв\\p{L}+|втор\\p{L}+|трет\\p{L}+|четверт\\p{L}+)";
    static final String DASH = "\\s*[-–—]\\s*";

    private static final String[] MONTH_STEMS = {
        "янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"
    };

    private DateWords() {}

    static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }

    static boolean isNext(String word) {
        return word.startsWith("след") || word.startsWith("будущ");
    }

    static int month(String word) {
        for (int i = 0; i < MONTH_STEMS.length; i++) {
            if (word.startsWith(MONTH_STEMS[i])) {
                return i + 1;
            }
        }
        throw new DateTimeException("no month: " + word);
    }

    static int ordinal(String word) {
        if (word.startsWith("iv") || word.startsWith("чет")) {
            return 4;
        }
        if (word.startsWith("i")) {
            return word.length();
        }
        return switch (word.charAt(0)) {
            case 'п' -> 1;
            case 'в' -> 2;
            case 'т' -> 3;
            default -> word.charAt(0) - '0';
        };
    }
}
