package io.otklik.language.place;

import io.otklik.language.text.Tokens;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads an institution by its number: «школы №3», «школа номер 5», «в 5 школе», «9ю школу», «в 12
 * детском саду», «в пятой школе», «д/с 12».
 */
final class InstitutionGrammar {

    /** A smaller number may count: «5 школ», «2 школы». */
    private static final int COUNTS_TO = 12;

    private static final String GARDEN = "детский сад";
    private static final String POST = "почта";

    /** Forms that no number counts: «в 5 школе». */
    private static final Map<String, String> SINGULAR = new HashMap<>();

    /** Forms that a number may count («2 школы») or meet by chance («в 8 школа закрыта»). */
    private static final Map<String, String> OTHERS = new HashMap<>();

    static {
        she("школа", "школ", "а", "ы");
        she("гимназия", "гимнази", "я", "и");
        she("поликлиника", "поликлиник", "а", "и");
        she("больница", "больниц", "а", "ы");
        she("библиотека", "библиотек", "а", "и");
        he("лицей", "лице", "й", "я", "ю", "ем", "е");
        he("роддом", "роддом", "", "а", "у", "ом", "е");
        he(GARDEN, "сад", "", "а", "у", "ом");
        he(GARDEN, "садик", "", "а", "у", "ом", "е");
        he(GARDEN, "детсад", "", "а", "у", "ом", "е");
        for (String brief : List.of("доу", "дс", "мбдоу", "мдоу")) {
            OTHERS.put(brief, GARDEN);
        }
        for (String brief : List.of("сош", "шк")) {
            OTHERS.put(brief, "школа");
        }
        for (String form :
                List.of("почта", "почты", "почте", "отделение", "отделения", "отделении")) {
            OTHERS.put(form, POST);
        }
    }

    private static final Set<String> COUNTED =
            Set.of(
                    "лет",
                    "года",
                    "класс",
                    "класса",
                    "классов",
                    "км",
                    "м",
                    "метров",
                    "месяца",
                    "раз",
                    "раза",
                    "детей",
                    "человек",
                    "учеников",
                    "мест");

    private static final Set<String> NUMBER_WORDS = Set.of("номер", "ном");

    /** After these a number stands in the case of the noun: nothing is counted by it. */
    private static final Set<String> OF_ONE =
            Set.of("у", "около", "возле", "напротив", "от", "до", "из");

    private static final Set<String> IN =
            Set.of(
                    "в",
                    "во",
                    "на",
                    "из",
                    "у",
                    "к",
                    "за",
                    "от",
                    "при",
                    "около",
                    "возле",
                    "напротив",
                    "про");

    /** Beginnings of the ordinals from 1 on. */
    private static final List<String> ORDINALS =
            List.of(
                    "перв",
                    "втор",
                    "трет",
                    "четверт",
                    "пят",
                    "шест",
                    "седьм",
                    "восьм",
                    "девят",
                    "десят",
                    "одиннадцат",
                    "двенадцат",
                    "тринадцат",
                    "четырнадцат",
                    "пятнадцат",
                    "шестнадцат",
                    "семнадцат",
                    "восемнадцат",
                    "девятнадцат",
                    "двадцат");

    private static final Pattern ORDINAL_ENDING =
            Pattern.compile("ой|ую|ом|ого|ему|ому|ей|ью|ьей|ьем|ьего|ьему");

    private static final Pattern NUMBER = Pattern.compile("(\\d{1,3})(я|й|ей|ой|ю|ую|м|ом|го)?");

    private InstitutionGrammar() {}

    private static void she(String name, String stem, String first, String second) {
        boolean soft = first.equals("я");
        SINGULAR.put(stem + (soft ? "и" : "е"), name);
        SINGULAR.put(stem + (soft ? "ю" : "у"), name);
        SINGULAR.put(stem + (soft ? "ей" : "ой"), name);
        OTHERS.put(stem + first, name);
        OTHERS.put(stem + second, name);
    }

    /** The first case and the second may be counted, and «5 сад» may be anything. */
    private static void he(String name, String stem, String... endings) {
        for (int i = 0; i < endings.length; i++) {
            (i < 2 ? OTHERS : SINGULAR).put(stem + endings[i], name);
        }
    }

    /** The kinds, in all their forms. */
    static Stream<String> kinds() {
        return Stream.concat(SINGULAR.keySet().stream(), OTHERS.keySet().stream());
    }

    /** Whether a word may stand between an ordinal and the kind: «во второй детский сад». */
    static boolean isOfChildren(String lower) {
        return lower.startsWith("детск");
    }

    /** Reads an institution at a token; null if there is none. */
    static Place at(Tokens text, int from) {
        if (Words.isNumber(text, from)) {
            return numberFirst(text, from);
        }
        if (!Words.isWord(text, from)) {
            return null;
        }
        boolean slash =
                text.word(from).equals("д")
                        && Words.gap(text, from).equals("/")
                        && Words.word(text, from + 1).equals("с");
        if (slash) {
            return byNumber(text, from, from + 2, GARDEN);
        }
        String kind = kind(text.word(from));
        return kind == null ? ordinalFirst(text, from) : byNumber(text, from, from + 1, kind);
    }

    private static String kind(String word) {
        String kind = SINGULAR.get(word);
        return kind == null ? OTHERS.get(word) : kind;
    }

    /** «школа 5», «школа №5», «школа номер 5», whose kind ends before a token. */
    private static Place byNumber(Tokens text, int from, int end, String kind) {
        int at = NUMBER_WORDS.contains(Words.word(text, end)) ? end + 1 : end;
        if (!Words.isNumber(text, at)
                || !Words.isJoined(text, end - 1)
                || at > end && !Words.isJoined(text, end)) {
            return null;
        }
        String number = text.word(at);
        boolean clock = Words.gap(text, at).equals(":") && Words.isNumber(text, at + 1);
        boolean counted = kind.equals(POST) && Words.gap(text, at - 1).indexOf('№') < 0;
        boolean counts = COUNTED.contains(Words.word(text, at + 1));
        return !isShortNumber(number) || clock || counted || counts
                ? null
                : institution(text, from, at + 1, kind + " " + number);
    }

    private static boolean isShortNumber(String number) {
        return number.length() <= 3 && number.chars().allMatch(Character::isDigit);
    }

    /** «347 школа», «у 110-й школы», «в 5 школе», «в 12 детском саду». */
    private static Place numberFirst(Tokens text, int from) {
        Matcher number = NUMBER.matcher(text.word(from));
        if (!number.matches()) {
            return null;
        }
        int at = from + 1;
        boolean ending = number.group(2) != null;
        if (Words.isWord(text, at)
                && text.word(at).length() <= 2
                && Words.gap(text, from).equals("-")) {
            at++;
            ending = true;
        }
        if (isOfChildren(Words.word(text, at))) {
            at++;
        }
        String kind = kind(Words.word(text, at));
        if (kind == null || kind.equals(POST) || !Words.gap(text, at - 1).equals(" ")) {
            return null;
        }
        boolean sure = ending || namesOne(text, from, Words.word(text, at));
        // «203 садик» counts nothing: two and more would be «садика».
        boolean one = Words.word(text, at).equals("садик") || Words.word(text, at).equals("детсад");
        boolean great =
                (one || !kind.equals(GARDEN)) && Integer.parseInt(number.group(1)) >= COUNTS_TO;
        return sure || great ? institution(text, from, at + 1, kind + " " + number.group(1)) : null;
    }

    /** Whether a number before a form does not count: «в 5 школе», «у 2 школы», not «2 школы». */
    private static boolean namesOne(Tokens text, int from, String form) {
        String before = Words.word(text, from - 1);
        return SINGULAR.containsKey(form)
                ? !text.word(from).equals("1") || IN.contains(before)
                : OF_ONE.contains(before) && !isFirstCase(form)
                        || isFirstCase(form)
                                && Words.opensSentence(text, from)
                                && !text.word(from).equals("1");
    }

    /** «5 школа», which opens a sentence; «в 5 школа» is an hour. */
    private static boolean isFirstCase(String form) {
        return form.endsWith("а") && !kind(form).equals(GARDEN) && !form.startsWith("роддом")
                || form.equals("гимназия")
                || form.equals("лицей");
    }

    /** «в пятой школе», «во второй детский сад». */
    private static Place ordinalFirst(Tokens text, int from) {
        int at = isOfChildren(Words.word(text, from + 1)) ? from + 2 : from + 1;
        String kind = kind(Words.word(text, at));
        if (kind == null
                || kind.equals(POST)
                || !Words.gap(text, at - 1).equals(" ")
                || !IN.contains(Words.word(text, from - 1))) {
            return null;
        }
        int number = ordinal(text.word(from));
        return number == 0 ? null : institution(text, from, at + 1, kind + " " + number);
    }

    private static int ordinal(String word) {
        for (int i = 0; i < ORDINALS.size(); i++) {
            String stem = ORDINALS.get(i);
            if (word.startsWith(stem)
                    && ORDINAL_ENDING.matcher(word.substring(stem.length())).matches()) {
                return i + 1;
            }
        }
        return 0;
    }

    private static Place institution(Tokens text, int from, int to, String name) {
        return new Place(null, null, null, null, name, text.begin(from), text.end(to - 1));
    }
}
