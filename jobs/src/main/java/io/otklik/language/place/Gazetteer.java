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
import java.util.stream.Stream;

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
        for (String form : CityCases.of(lower)) {
            byForm.putIfAbsent(form, name);
        }
    }

    /** The city whose name, in some case, the words are; or null. */
    String city(String lower) {
        return byForm.get(lower);
    }

    /** The first words of all forms of names of two, and all forms with a hyphen. */
    Stream<String> openers() {
        return byForm.keySet().stream()
                .filter(form -> form.indexOf(' ') > 0 || form.indexOf('-') > 0)
                .map(form -> form.split(" ")[0]);
    }

    private static final class Bundled {
        private static final Gazetteer GAZETTEER = load();
    }
}
