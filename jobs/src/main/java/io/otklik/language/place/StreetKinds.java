package io.otklik.language.place;

import io.otklik.language.place.NameForms.Gender;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** How streets are called, whole and short, in every case. */
final class StreetKinds {

    private static final Set<String> BRIEF =
            Set.of(
                    "ул", "пр-т", "пр-кт", "просп", "пр", "пер", "пер-к", "б-р", "бул", "ш", "наб",
                    "пл", "пр-д", "мкр", "мкрн", "мкр-н", "м-н", "микр", "кв-л");

    private static final Map<String, Kind> KINDS = new HashMap<>();

    static {
        add("улица", Gender.SHE, "улица", "улице", "улицы", "улицу", "улицей", "ул");
        add(
                "проспект",
                Gender.HE,
                "проспект",
                "проспекта",
                "проспекте",
                "проспекту",
                "проспектом",
                "пр-т",
                "пр-кт",
                "пр-те",
                "просп",
                "пр");
        add("переулок", Gender.HE, "переулок", "переулка", "переулке", "переулку", "пер", "пер-к");
        add("бульвар", Gender.HE, "бульвар", "бульвара", "бульваре", "бульвару", "б-р", "бул");
        add("шоссе", Gender.IT, "шоссе", "ш");
        add("набережная", Gender.SHE, "набережная", "набережной", "набережную", "наб");
        add("площадь", Gender.SHE, "площадь", "площади", "пл");
        add("проезд", Gender.HE, "проезд", "проезда", "проезде", "проезду", "пр-д");
        add("тупик", Gender.HE, "тупик", "тупика", "тупике");
        add("аллея", Gender.SHE, "аллея", "аллее", "аллеи", "аллею");
        add("тракт", Gender.HE, "тракт", "тракта", "тракте", "тракту");
        add(
                "микрорайон",
                Gender.HE,
                "микрорайон",
                "микрорайона",
                "микрорайоне",
                "микрорайону",
                "мкр",
                "мкрн",
                "мкр-н",
                "мкр-не",
                "м-н",
                "м-не",
                "микр");
        add("квартал", Gender.HE, "квартал", "квартала", "квартале", "кв-л");
    }

    private StreetKinds() {}

    private static void add(String full, Gender gender, String... forms) {
        for (String form : forms) {
            KINDS.put(form, new Kind(full, gender, BRIEF.contains(form)));
        }
    }

    /** All words that name a kind. */
    static Set<String> words() {
        return KINDS.keySet();
    }

    /** The kind that a word names, or null. */
    static Kind of(String lower) {
        return KINDS.get(lower);
    }

    /**
     * A kind of street.
     *
     * @param full its whole name
     * @param brief whether the word was its short form
     */
    record Kind(String full, Gender gender, boolean brief) {
        /** Microdistricts and quarters are called by numbers too. */
        boolean takesNumbers() {
            return full.equals("микрорайон") || full.equals("квартал");
        }
    }
}
