package io.otklik.language.place;

import io.otklik.language.place.NameForms.Gender;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The nouns that second an adjective in villages' names: «Белый Яр», «в Чудском Бору», «из Старой
 * Слободы».
 */
final class VillageNouns {

    private static final Map<String, Noun> FORMS = new HashMap<>();

    static {
        for (String he :
                new String[] {
                    "Яр", "Бор", "Луг", "Дол", "Ключ", "Холм", "Мыс", "Брод", "Камень", "Лог",
                    "Кут", "Гай", "Остров", "Посад", "Хутор", "Двор", "Починок"
                }) {
            forms(he, Gender.HE, "", "а", "у", "е", "ом");
        }
        for (String she :
                new String[] {
                    "Гора", "Горка", "Поляна", "Речка", "Слобода", "Балка", "Роща", "Коса",
                    "Криница", "Лука", "Грива", "Заимка"
                }) {
            forms(she, Gender.SHE, "а", "ы", "и", "е", "у", "ой", "ей");
        }
    }

    private VillageNouns() {}

    /**
     * A noun that was found.
     *
     * @param first in the first case
     */
    record Noun(String first, Gender gender) {}

    private static void forms(String first, Gender gender, String... endings) {
        String base = gender == Gender.SHE ? first.substring(0, first.length() - 1) : first;
        for (String ending : endings) {
            FORMS.put(base.toLowerCase(Locale.ROOT) + ending, new Noun(first, gender));
        }
    }

    /** The noun that a word is in some case; null if it is none. */
    static Noun of(String lower) {
        return FORMS.get(lower);
    }
}
