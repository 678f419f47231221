package io.otklik.language.place;

import java.util.List;

/**
 * Brings a name out of the case that the sentence wants: «на Садовой улице» is the street Садовая.
 */
final class NameForms {

    private NameForms() {}

    /** Gender of the kind of street, which an adjective agrees with. */
    enum Gender {
        HE,
        SHE,
        IT
    }

    /** Whether the word is an adjective, in whatever case: Садовая, Садовой, Невского. */
    static boolean isAdjective(String lower) {
        return endsWith(
                lower, "ая", "яя", "ой", "ей", "ую", "юю", "ый", "ий", "ого", "его", "ому", "ему",
                "ом", "ем", "им", "ым", "ое", "ее");
    }

    /** An adjective in the first case of a gender; of another word the word itself. */
    static String first(String name, Gender gender) {
        return switch (gender) {
            case SHE -> replace(name, "ой", "ая", "ую", "ая", "ей", "яя", "юю", "яя");
            case HE ->
                    replace(
                            name, "ьего", "ий", "него", "ний", "нему", "ний", "нем", "ний", "скому",
                            "ский", "ском", "ский", "ского", "ский", "цкому", "цкий", "цком",
                            "цкий", "цкого", "цкий", "жному", "жный", "ному", "ный", "ном", "ный",
                            "ного", "ный", "вому", "вый", "вом", "вый", "вого", "вый", "тому",
                            "тый", "том", "тый", "рому", "рый", "ром", "рый", "лому", "лый", "лом",
                            "лый", "ошому", "оший", "ским", "ский", "цким", "цкий", "ным", "ный",
                            "вым", "вый");
            case IT ->
                    replace(
                            name, "него", "нее", "нему", "нее", "нем", "нее", "ому", "ое", "ом",
                            "ое", "ого", "ое");
        };
    }

    private static String replace(String name, String... pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            if (name.length() > pairs[i].length() + 1 && name.endsWith(pairs[i])) {
                return name.substring(0, name.length() - pairs[i].length()) + pairs[i + 1];
            }
        }
        return name;
    }

    private static boolean endsWith(String word, String... endings) {
        for (String ending : endings) {
            if (word.length() > ending.length() + 2 && word.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether the word looks like the name of a street without its kind: a person's or thing's name
     * in the second case, or an adjective: Ворошилова, Чудновского, Садовой, Пятилеток.
     */
    static boolean looksLikeStreet(String lower) {
        return endsWith(
                lower, "ого", "его", "ова", "ева", "ёва", "ина", "ына", "ой", "ей", "ская", "ской",
                "ский", "ском", "скому", "цкий", "цкого", "цкая", "цкой", "ов", "ев", "ных", "ских",
                "ый", "ом", "ая", "яя", "ии", "сти", "да", "ка", "ра", "ток", "на", "ны", "ры",
                "тай", "ко", "ло", "ича", "нтов");
    }

    /** The other cases of a street's name, if it is an adjective: «на Садовой», «по Садовую». */
    static List<String> ofStreet(String lower) {
        String base = lower.substring(0, lower.length() - 2);
        boolean hissing = base.endsWith("ч") || base.endsWith("щ") || base.endsWith("ш");
        return lower.endsWith("ая")
                ? List.of(base + (hissing ? "ей" : "ой"), base + "ую")
                : lower.endsWith("яя") ? List.of(base + "ей", base + "юю") : List.of();
    }

    /** The name as it is written in a line: with a capital letter. */
    static String capital(String word) {
        return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
