package io.otklik.language.answer;

import java.util.Map;

/** Small Russian numerals in the cases that name terms («двух дней», «трое суток», «полутора»). */
final class RussianNumbers {

    /** Alternatives of a regular expression that {@link #parse} understands. */
    static final String PATTERN =
            "(?:\\d{1,3}|двое|двоих|трое|троих|(?:четвер|пятер|шестер|семер)(?:о|ых)|одно(?:го|й)|одну|один|дв(?:ух|а|е)|пар[ыу]|тр(?:ех|и)|четыре(?:х)?|пят(?:и|ь)"
                    + "|шест(?:и|ь)|сем(?:и|ь)|восьми|восемь|девят(?:и|ь)|десят(?:и|ь)|двенадцат(?:и|ь)"
                    + "|четырнадцат(?:и|ь)|пятнадцат(?:и|ь)|двадцат(?:и|ь)|тридцат(?:и|ь)|полутора|полтора|полторы)";

    /** Alternatives of a regular expression that {@link #parseDay} understands. */
    static final String DAY_PATTERN =
            "(?:\\d{1,2}|(?:двадцать\\s+|тридцать\\s+)?(?:перв|втор|трет|четверт|пят|шест|седьм|восьм|девят)"
                    + "(?:ого|ому|ое|ьего|ьему|ье)"
                    + "|(?:десят|(?:один|две|три|четыр|пят|шест|сем|восем|девят)надцат|двадцат|тридцат)"
                    + "(?:ого|ому|ое))";

    private static final Map<String, Integer> STEMS =
            Map.ofEntries(
                    Map.entry("одн", 1),
                    Map.entry("оди", 1),
                    Map.entry("дву", 2),
                    Map.entry("два", 2),
                    Map.entry("две", 2),
                    Map.entry("дво", 2),
                    Map.entry("пар", 2),
                    Map.entry("пол", 2),
                    Map.entry("тре", 3),
                    Map.entry("три", 3),
                    Map.entry("тро", 3),
                    Map.entry("чет", 4),
                    Map.entry("пят", 5),
                    Map.entry("шес", 6),
                    Map.entry("сем", 7),
                    Map.entry("вос", 8),
                    Map.entry("дев", 9),
                    Map.entry("дес", 10));

    private static final Map<String, Integer> LONG_STEMS =
            Map.of(
                    "двенадцат", 12,
                    "четырнадцат", 14,
                    "пятнадцат", 15,
                    "двадцат", 20,
                    "тридцат", 30);

    private static final Map<String, Integer> DAY_STEMS =
            Map.of(
                    "пер", 1, "вто", 2, "тре", 3, "чет", 4, "пят", 5, "шес", 6, "сед", 7, "вос", 8,
                    "дев", 9, "дес", 10);

    private static final Map<String, Integer> TEENS =
            Map.of(
                    "один", 11, "две", 12, "три", 13, "четыр", 14, "пят", 15, "шест", 16, "сем", 17,
                    "восем", 18, "девят", 19);

    private RussianNumbers() {}

    /** Whether a numeral means one and a half. */
    static boolean isOneAndAHalf(String word) {
        return word.startsWith("пол");
    }

    /** The day of a month that a number or an ordinal in lower case names («двадцать первого»). */
    static int parseDay(String words) {
        if (Character.isDigit(words.charAt(0))) {
            return Integer.parseInt(words);
        }
        int teen = words.indexOf("надцат");
        if (teen > 0) {
            return TEENS.get(words.substring(0, teen));
        }
        int tens = words.startsWith("двадцат") ? 20 : words.startsWith("тридцат") ? 30 : 0;
        int last = words.lastIndexOf(' ') + 1;
        boolean round = tens > 0 && last == 0;
        return round ? tens : tens + DAY_STEMS.get(words.substring(last, last + 3));
    }

    /** The number that a word in lower case names; of one and a half the next whole one. */
    static int parse(String word) {
        if (Character.isDigit(word.charAt(0))) {
            return Integer.parseInt(word);
        }
        for (Map.Entry<String, Integer> stem : LONG_STEMS.entrySet()) {
            if (word.startsWith(stem.getKey())) {
                return stem.getValue();
            }
        }
        Integer number = STEMS.get(word.substring(0, 3));
        if (number == null) {
            throw new IllegalArgumentException("not a numeral: " + word);
        }
        return number;
    }
}
