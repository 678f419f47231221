package io.otklik.cli.export;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The parts of a place that an appeal names in one line, such as «деревня Малиновка, улица Ленина,
 * 12 корп. 2, школа 3».
 */
record Place(String settlement, String street, String house, String object) {

    private static final Pattern HOUSE = Pattern.compile("(дом )?\\d.*");
    private static final Set<String> SETTLEMENTS =
            Set.of(
                    "город", "село", "деревня", "посёлок", "поселок", "станица", "хутор", "аул",
                    "слобода", "рп", "пгт", "снт");
    private static final Set<String> STREETS =
            Set.of(
                    "улица",
                    "проспект",
                    "переулок",
                    "шоссе",
                    "бульвар",
                    "площадь",
                    "набережная",
                    "проезд",
                    "тракт",
                    "тупик",
                    "аллея",
                    "микрорайон",
                    "квартал");

    static Place of(String line) {
        String settlement = "";
        String street = "";
        String house = "";
        String object = "";
        for (String part : line.isEmpty() ? new String[0] : line.split(", ")) {
            if (HOUSE.matcher(part).matches() && house.isEmpty()) {
                house = part.startsWith("дом ") ? part.substring("дом ".length()) : part;
                // A house stands in a street, whether the street's kind was written or not.
                if (street.isEmpty()) {
                    street = object;
                    object = "";
                }
            } else if (hasKind(part, SETTLEMENTS) && settlement.isEmpty()) {
                settlement = part;
            } else if (hasKind(part, STREETS) && street.isEmpty()) {
                street = part;
            } else {
                object = object.isEmpty() ? part : object + ", " + part;
            }
        }
        return new Place(settlement, street, house, object);
    }

    private static boolean hasKind(String part, Set<String> kinds) {
        for (String word : part.toLowerCase(Locale.ROOT).split(" ")) {
            if (kinds.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
