package io.otklik.language.place;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The cities of Russia, found in every case: «в Кронштадте» is Кронштадт. The names stand in {@code
 * /place/cities.txt} (see the licence beside it).
 */
final class Gazetteer {

    private static final String CITIES = "/place/cities.txt";

    private final Map<String, String> byForm = new HashMap<>();

    private Gazetteer() {}

    static Gazetteer bundled() {
        return Bundled.GAZETTEER;
    }

    private static Gazetteer load() {
        Gazetteer gazetteer = new Gazetteer();
        try (InputStream in = Gazetteer.class.getResourceAsStream(CITIES);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().forEach(gazetteer::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return gazetteer;
    }

    private void add(String name) {
        String lower = name.toLowerCase(Locale.ROOT).replace('ё', 'е');
        byForm.put(lower, name);
        if (lower.indexOf(' ') >= 0) {
            return;
        }
        char last = lower.charAt(lower.length() - 1);
        String base = lower.substring(0, lower.length() - 1);
        switch (last) {
            case 'а' -> forms(name, base, "ы", "е", "у", "ой", "и");
            case 'я' -> forms(name, base, "и", "е", "ю", "ей");
            case 'ь' -> forms(name, base, "я", "и", "ю", "ем", "е", "ью");
            case 'й' -> adjective(name, lower);
            case 'о' -> forms(name, base, "а", "е", "у", "ом", "о");
            case 'и', 'ы' -> forms(name, base, "ов", "ах", "ам", "ях", "ей");
            case 'е' -> forms(name, base, "ого", "ом", "ому", "я", "ю");
            default -> forms(name, lower, "а", "е", "у", "ом");
        }
    }

    private void adjective(String name, String lower) {
        String base = lower.substring(0, lower.length() - 2);
        if (lower.endsWith("ый") || lower.endsWith("ой")) {
            forms(name, base, "ого", "ом", "ому", "ым");
        } else if (lower.endsWith("ий")) {
            forms(name, base, "ого", "ом", "ому", "им", "его", "ем", "ему");
        } else {
            forms(name, lower.substring(0, lower.length() - 1), "я", "е", "ю", "ем");
        }
    }

    private void forms(String name, String base, String... endings) {
        for (String ending : endings) {
            byForm.putIfAbsent(base + ending, name);
        }
    }

    /** The city whose name, in some case, the words are; or null. */
    String city(String lower) {
        return byForm.get(lower);
    }

    private static final class Bundled {
        private static final Gazetteer GAZETTEER = load();
    }
}
