package io.otklik.language.answer;

import java.util.Map;

/** Small Russian numerals in the cases that name terms («двух дней», «три недели», «полутора»). */
final class RussianNumbers {

    /** Alternatives of a regular expression that {@link #parse} understands. */
    static final String PATTERN =
            "(?:\\d{1,3}|одно(?:го|й)|одну|один|дв(?:ух|а|е)|пар[ыу]|тр(?:ех|и)|четыре(?:х)?|пят(?:и|ь)"
                    + "|шест(?:и|ь)|сем(?:и|ь)|восьми|восемь|девят(?:и|ь)|десят(?:и|ь)|двенадцат(?:и|ь)"
                    + "|четырнадцат(?:и|ь)|пятнадцат(?:и|ь)|двадцат(?:и|ь)|тридцат(?:и|ь)|полутора)";

    private static final Map<String, Integer> STEMS =
            Map.ofEntries(
                    Map.entry("одн", 1),
                    Map.entry("оди", 1),
                    Map.entry("дву", 2),
                    Map.entry("два", 2),
                    Map.entry("две", 2),
                    Map.entry("пар", 2),
                    Map.entry("пол", 2),
                    Map.entry("тре", 3),
                    Map.entry("три", 3),
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

    private RussianNumbers() {}

    /** The number that a word in lower case names; one and a half counts as two. */
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
