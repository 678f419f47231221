package io.otklik.servicelevel;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Names of regions and municipalities without the words that registers add or leave out: «г.
 * Севастополь» and «Севастополь», «Республика Крым» and «Крым» are one.
 */
final class PlaceName {

    private static final Set<String> ADDED =
            Set.of(
                    "г",
                    "город",
                    "городской",
                    "обл",
                    "область",
                    "край",
                    "респ",
                    "республика",
                    "федерального",
                    "значения",
                    "ао",
                    "автономный",
                    "автономная",
                    "мо",
                    "район",
                    "округ",
                    "муниципальный",
                    "муниципальное",
                    "образование",
                    "рн");

    private PlaceName() {}

    /** Equal for two spellings of a name; null for none. */
    static String key(String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        String plain = name.toLowerCase(Locale.ROOT).replace('ё', 'е').replace("р-н", "рн");
        String key =
                Arrays.stream(plain.split("[^\\p{L}\\p{N}]+"))
                        .filter(word -> !word.isEmpty() && !ADDED.contains(word))
                        .collect(Collectors.joining(" "));
        return key.isEmpty() ? plain.strip() : key;
    }
}
