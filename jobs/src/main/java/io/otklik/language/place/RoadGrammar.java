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

    private RoadGrammar() {}

    /** Words in small letters with which a road begins. */
    static Set<String> openers() {
        return ROADS;
    }

    /** Reads a road at a token; null if there is none. */
    static Place at(Tokens text, int from) {
        if (!Words.isWord(text, from)) {
            return null;
        }
        boolean kind = ROADS.contains(text.word(from)) && Words.gap(text, from).isBlank();
        int at = kind ? from + 1 : from;
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
