package io.otklik.language.place;

import io.otklik.language.text.Tokens;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads house and building: «д. 12 корп 2», «15к1», «8/2», «13 Б», «дом 5 лит. А». */
final class HouseGrammar {

    private static final Set<String> HOUSE =
            Set.of("д", "дом", "дома", "доме", "дому", "домом", "домов", "дд", "домам", "домах");

    private static final Set<String> CORPUS =
            Set.of("к", "корп", "корпус", "корпуса", "корпусе", "кор", "корпусу");

    private static final Set<String> BUILDING = Set.of("стр", "строение", "строения", "с");

    private static final Set<String> LETTER = Set.of("лит", "литер", "литера", "литеры");

    private static final Set<String> COUNTED =
            Set.of("квадрата", "квадратов", "метров", "квм", "соток");

    private static final Pattern NUMBER =
            Pattern.compile("(\\d{1,3})([а-з])?(?:(?:к|корп|корпус)(\\d{1,2}))?(?:лит([а-е]))?");

    /** «д5», «дом5». */
    private static final Pattern GLUED = Pattern.compile("(?:д|дом)(\\d{1,3}[а-з]?)");

    private static final Set<String> NUMBER_WORDS = Set.of("номер", "ном");

    private static final Pattern CORPUS_NUMBER = Pattern.compile("к\\d{1,2}");

    private Tokens text;
    private int at;
    private String house;
    private String building;

    private HouseGrammar() {}

    /** Whether the word says that a house number follows. */
    static boolean isHouseWord(String lower) {
        return HOUSE.contains(lower);
    }

    /**
     * Reads a house at a token.
     *
     * @return house, building and span; null if there is none
     */
    static Place at(Tokens text, int from) {
        HouseGrammar grammar = new HouseGrammar();
        grammar.text = text;
        grammar.at = from;
        return grammar.read() ? grammar.place(from) : null;
    }

    /** The house that a piece of a word writes: «15», «5к2»; null if it is none. */
    static Place of(String number) {
        Matcher parts = NUMBER.matcher(number);
        HouseGrammar grammar = new HouseGrammar();
        return parts.matches() && grammar.number(parts)
                ? new Place(null, grammar.house, grammar.building, null, null, 0, number.length())
                : null;
    }

    /**
     * Whether the number at a token, or after the house's word there, counts no years or minutes.
     */
    static boolean isHouse(Tokens text, int at) {
        int number = isHouseWord(Words.word(text, at)) ? at + 1 : at;
        if (NUMBER_WORDS.contains(Words.word(text, number))) {
            number++;
        }
        String after = Words.word(text, number + 1);
        String gap = Words.gap(text, number);
        boolean clock =
                gap.startsWith(":") || gap.startsWith(".") && Words.isNumber(text, number + 1);
        boolean percent = gap.startsWith("%");
        boolean counted =
                StreetWords.isCounted(after)
                        || after.startsWith("этажн")
                        || after.startsWith("этажк")
                        || StreetWords.isPartOfHouse(after) && !Words.isNumber(text, number + 2)
                        || after.equals("кв") && Words.word(text, number + 2).startsWith("м");
        return !counted && !clock && !percent;
    }

    /** «у 21 дома», «9 дом»: the number first. */
    static Place numberFirst(Tokens text, int from) {
        boolean house =
                Words.isNumber(text, from)
                        && isHouseWord(Words.word(text, from + 1))
                        && text.word(from + 1).length() > 2
                        && !text.word(from + 1).equals("домов")
                        && Words.gap(text, from).equals(" ")
                        && !Words.isNumber(text, from + 2)
                        && NUMBER.matcher(text.word(from)).matches();
        return house
                ? new Place(
                        null,
                        text.word(from),
                        null,
                        null,
                        null,
                        text.begin(from),
                        text.end(from + 1))
                : null;
    }

    private Place place(int from) {
        int last = at - 1;
        return new Place(null, house, building, null, null, text.begin(from), text.end(last));
    }

    private boolean read() {
        if (isHouseWord(Words.word(text, at)) && Words.isJoined(text, at)) {
            at += NUMBER_WORDS.contains(Words.word(text, at + 1)) ? 2 : 1;
        }
        Matcher glued = GLUED.matcher(Words.word(text, at));
        if (!Words.isNumber(text, at) && !glued.matches()) {
            return false;
        }
        Matcher number = NUMBER.matcher(glued.matches() ? glued.group(1) : text.word(at));
        if (!number.matches() || !number(number)) {
            return false;
        }
        at++;
        if (COUNTED.contains(Words.word(text, at))) {
            return false;
        }
        fraction();
        letterOfHouse();
        if (building == null) {
            building();
        }
        return true;
    }

    private boolean number(Matcher number) {
        house = number.group(1) + orEmpty(number.group(2));
        if (number.group(3) != null) {
            building = "корп. " + number.group(3);
        } else if (number.group(4) != null) {
            building = "лит. " + number.group(4).toUpperCase(Locale.ROOT);
        }
        return !number.group(1).equals("0");
    }

    /** «12/1», «5/3». */
    private void fraction() {
        if (Words.isNumber(text, at) && Words.gap(text, at - 1).equals("/")) {
            Matcher second = NUMBER.matcher(text.word(at));
            if (second.matches()) {
                house = house + "/" + second.group(1) + orEmpty(second.group(2));
                at++;
            }
        }
    }

    /** «13 Б»: a single capital letter. */
    private void letterOfHouse() {
        boolean letter =
                Words.isCapitalised(text, at)
                        && text.word(at).length() == 1
                        && "абвгдежз".contains(text.word(at))
                        && isBeforeLetter(Words.gap(text, at - 1));
        boolean endsThere =
                letter && !Words.isWord(text, at + 1) || letter && !Words.gap(text, at).equals(" ");
        if (endsThere && Character.isDigit(house.charAt(house.length() - 1))) {
            house = house + text.word(at);
            at++;
        }
    }

    /** «13 Б», «13-Б». */
    private static boolean isBeforeLetter(String gap) {
        return gap.isBlank() || gap.equals("-");
    }

    private void building() {
        String word = Words.word(text, at);
        String named =
                CORPUS.contains(word)
                        ? "корп. "
                        : BUILDING.contains(word)
                                ? "стр. "
                                : LETTER.contains(word) ? "лит. " : null;
        if (named == null) {
            if (Words.isWord(text, at) && CORPUS_NUMBER.matcher(word).matches()) {
                building = "корп. " + word.substring(1);
                at++;
            }
            return;
        }
        boolean number = Words.isNumber(text, at + 1) && text.word(at + 1).length() <= 2;
        boolean letter = Words.isWord(text, at + 1) && text.word(at + 1).length() == 1;
        if (number && Words.isJoined(text, at)) {
            building = named + text.word(at + 1);
            at += 2;
        } else if (letter && named.equals("лит. ") && Words.isJoined(text, at)) {
            building = named + text.word(at + 1).toUpperCase(Locale.ROOT);
            at += 2;
        }
    }

    private static String orEmpty(String part) {
        return part == null ? "" : part;
    }
}
