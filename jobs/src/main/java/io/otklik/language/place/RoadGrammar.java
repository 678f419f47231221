package io.otklik.language.place;

import io.otklik.language.text.Tokens;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a road by its number: «трасса М-5», «на Р-21», «автодороге А 101». */
final class RoadGrammar {

    private static final Set<String> ROADS =
            Set.of(
                    "трасса",
                    "трассе",
                    "трассы",
                    "трассу",
                    "автодорога",
                    "автодороге",
                    "автодороги",
                    "автодорогу",
                    "автотрасса",
                    "автотрассе",
                    "автотрассы");

    private static final Set<String> BEFORE = Set.of("на", "по", "вдоль", "с");

    /** Letters of roads, by those that look alike. */
    private static final Map<String, String> LETTERS =
            Map.of("м", "М", "m", "М", "а", "А", "a", "А", "р", "Р", "p", "Р", "е", "Е", "e", "Е");

    /** «М105». */
    private static final int LONGEST = 4;

    private static final Pattern TOGETHER = Pattern.compile("([мmаaрpеe])(\\d{1,3})");

    /** Nobody runs or drives so far to tell how far it was. */
    private static final Pattern KILOMETRE = Pattern.compile("[1-9]\\d{2,3}");

    private RoadGrammar() {}

    /** Words in small letters with which a road begins. */
    static Set<String> openers() {
        return ROADS;
    }

    /** Reads a road at a token; null if there is none. */
    static Place at(Tokens text, int from) {
        return Words.isNumber(text, from) ? kilometre(text, from) : road(text, from, false);
    }

    /** «1089 км М-7», «на 1102 км»: where roads are so long, the kilometre is a place. */
    private static Place kilometre(Tokens text, int from) {
        int at = from + 1;
        if (Words.gap(text, from).equals("-") && Words.word(text, at).length() <= 2) {
            at++;
        }
        String word = Words.word(text, at);
        boolean far = KILOMETRE.matcher(text.word(from)).matches();
        if (!far || !word.equals("км") && !word.startsWith("километр")) {
            return null;
        }
        Place road = at + 1 < text.size() ? road(text, at + 1, true) : null;
        boolean pointed =
                isPointed(text, from)
                        || Words.word(text, at + 1).equals("в")
                                && Words.word(text, at + 2).equals("сторону");
        if (road == null && !pointed) {
            return null;
        }
        String name = text.word(from) + " км";
        int end = road == null ? text.end(at) : road.end();
        String object = road == null ? name : road.object() + ", " + name;
        return new Place(null, null, null, null, object, text.begin(from), end);
    }

    /**
     * Reads a road.
     *
     * @param told whether a road is spoken of anyway
     */
    private static Place road(Tokens text, int from, boolean told) {
        if (!Words.isWord(text, from)) {
            return null;
        }
        boolean named = ROADS.contains(text.word(from)) && Words.gap(text, from).isBlank();
        boolean kind = named || told;
        int at = named ? from + 1 : from;
        if (!Words.isCapitalised(text, at) && !(kind && Words.isWord(text, at))) {
            return null;
        }
        if (text.word(at).length() > LONGEST) {
            return null;
        }
        Matcher together = TOGETHER.matcher(text.word(at));
        if (together.matches()) {
            return kind || isPointed(text, at)
                    ? road(text, from, at + 1, together.group(1), together.group(2))
                    : null;
        }
        String gap = Words.gap(text, at);
        boolean apart =
                LETTERS.containsKey(text.word(at))
                        && Words.isNumber(text, at + 1)
                        && text.word(at + 1).matches("\\d{1,3}")
                        && (gap.equals("-") || kind && gap.isBlank());
        return apart && (kind || isPointed(text, at))
                ? road(text, from, at + 2, text.word(at), text.word(at + 1))
                : null;
    }

    private static boolean isPointed(Tokens text, int at) {
        return BEFORE.contains(Words.word(text, at - 1));
    }

    private static Place road(Tokens text, int from, int to, String letter, String number) {
        String name = "трасса " + LETTERS.get(letter) + "-" + number;
        return new Place(null, null, null, null, name, text.begin(from), text.end(to - 1));
    }
}
