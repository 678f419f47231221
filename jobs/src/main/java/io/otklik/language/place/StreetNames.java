package io.otklik.language.place;

import io.otklik.language.text.Tokens;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Names that streets have in most towns of Russia: with them «Победы 3» is a house, «автобус 15» is
 * none. Adjectives are known in every case, names of two words by an initial too («К. Маркса»). The
 * names stand in {@code /place/streets.txt}.
 */
final class StreetNames {

    private static final String STREETS = "/place/streets.txt";

    /** Stands in the file after names that are words of every day. */
    private static final String EVERYDAY = " *";

    private final Map<String, List<Known>> byFirstWord = new HashMap<>();

    /** What streets are named after the anniversary of, as their names have it. */
    private static final Map<String, String> CELEBRATED =
            Map.ofEntries(
                    Map.entry("октября", "Октября"),
                    Map.entry("победы", "Победы"),
                    Map.entry("влксм", "ВЛКСМ"),
                    Map.entry("сср", "СССР"), // no word has a letter three times
                    Map.entry("рсфср", "РСФСР"),
                    Map.entry("комсомола", "Комсомола"),
                    Map.entry("пионерии", "Пионерии"),
                    Map.entry("революции", "Революции"),
                    Map.entry("целины", "Целины"));

    private StreetNames() {}

    /**
     * A name found in a text.
     *
     * @param name in the first case
     * @param to the token after it
     * @param everyday whether its words mean something else as often
     */
    record Match(String name, int to, boolean everyday) {}

    private record Known(String name, String[] words, boolean everyday) {}

    static StreetNames bundled() {
        return Bundled.NAMES;
    }

    private static StreetNames load() {
        StreetNames names = new StreetNames();
        try (InputStream in = StreetNames.class.getResourceAsStream(STREETS);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(names::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        names.byFirstWord
                .values()
                .forEach(
                        known ->
                                known.sort(
                                        Comparator.comparingInt((Known one) -> one.words.length)
                                                .reversed()));
        return names;
    }

    private void add(String line) {
        boolean everyday = line.endsWith(EVERYDAY);
        String name = everyday ? line.substring(0, line.length() - EVERYDAY.length()) : line;
        String[] words = lower(name).split(" ");
        add(new Known(name, words, everyday));
        if (words.length == 1) {
            for (String form : NameForms.ofStreet(words[0])) {
                add(new Known(name, new String[] {form}, everyday));
            }
        } else if (words.length == 2 && Character.isLetter(words[0].charAt(0))) {
            add(new Known(name, new String[] {words[0].substring(0, 1), words[1]}, everyday));
        }
    }

    private void add(Known known) {
        byFirstWord.computeIfAbsent(known.words[0], word -> new ArrayList<>()).add(known);
    }

    /** Words in small letters with which a name begins; an initial is a capital. */
    Stream<String> openers() {
        return byFirstWord.keySet().stream().filter(word -> word.length() > 1);
    }

    /** The longest name that begins at a token; null if none does. */
    Match at(Tokens text, int from) {
        if (from >= text.size()) {
            return null;
        }
        Match jubilee = jubilee(text, from);
        if (jubilee != null) {
            return jubilee;
        }
        Match anniversary = anniversary(text, from);
        if (anniversary != null) {
            return anniversary;
        }
        for (Known known : byFirstWord.getOrDefault(text.word(from), List.of())) {
            if (isAt(known, text, from)) {
                return new Match(known.name, from + known.words.length, known.everyday);
            }
        }
        boolean rank = StreetWords.isRank(text.word(from)) && Words.gap(text, from).isBlank();
        Match surname = rank ? at(text, from + 1) : null;
        return surname == null
                ? null
                : new Match(
                        NameForms.capital(text.word(from)) + " " + surname.name, surname.to, false);
    }

    /** «10 лет Октября», «40-летия Победы»: a street named after an anniversary, known or not. */
    private static Match jubilee(Tokens text, int from) {
        String years = Words.word(text, from + 1);
        String gap = Words.isNumber(text, from) ? Words.gap(text, from) : "";
        boolean counted = years.equals("лет") && gap.isBlank() || years.equals("летия");
        if (gap.isEmpty() || !counted || !isInside(gap) || !Words.gap(text, from + 1).isBlank()) {
            return null;
        }
        String what = CELEBRATED.get(Words.word(text, from + 2));
        return what == null ? null : new Match(text.word(from) + " лет " + what, from + 3, false);
    }

    /** «60-летия Октября» is the street «60 лет Октября», «1-го Мая» the street «1 Мая». */
    private Match anniversary(Tokens text, int from) {
        if (!Words.isNumber(text, from)
                || !Words.gap(text, from).equals("-")
                || !Words.isCapitalised(text, from + 2)) {
            return null;
        }
        String joined =
                text.word(from + 1).equals("летия")
                        ? " лет "
                        : text.word(from + 1).equals("го") ? " " : "";
        String name = text.word(from) + joined + text.word(from + 2);
        for (Known known : byFirstWord.getOrDefault(text.word(from), List.of())) {
            if (lower(known.name).equals(name)) {
                return new Match(known.name, from + 3, known.everyday);
            }
        }
        return null;
    }

    /** The known name that a word alone is, in some case; null if it is none. */
    String named(String lower) {
        for (Known known : byFirstWord.getOrDefault(lower, List.of())) {
            if (known.words.length == 1) {
                return known.name;
            }
        }
        return null;
    }

    private static boolean isAt(Known known, Tokens text, int from) {
        for (int i = 0; i < known.words.length; i++) {
            int at = from + i;
            if (!Words.word(text, at).equals(known.words[i])) {
                return false;
            }
            boolean initial =
                    i == 0
                            && known.words.length > 1
                            && known.words[0].length() == 1
                            && Words.isWord(text, at);
            if (initial && !text.capitalised(at)) {
                return false;
            }
            if (i > 0 && !isInside(Words.gap(text, at - 1))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isInside(String gap) {
        return gap.isBlank() || gap.strip().equals(".") || gap.equals("-");
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT).replace('ё', 'е');
    }

    private static final class Bundled {
        private static final StreetNames NAMES = load();
    }
}
