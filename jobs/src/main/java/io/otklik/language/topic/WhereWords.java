package io.otklik.language.topic;

import io.otklik.language.text.TokenType;
import io.otklik.language.text.Tokens;
import io.otklik.language.text.WordList;

import java.util.BitSet;
import java.util.Set;

/**
 * Finds the words of a text that only say where: «возле больницы», «напротив детского сада 12», «на
 * остановке Рынок», «в посёлке Заречный», «5 этаж», «кв. 12». A hospital beside a pit makes the pit
 * no matter of medicine.
 */
final class WhereWords {

    /** Words after which a landmark stands; some are the first of two: «рядом с». */
    private static final Set<String> BESIDE =
            Set.of(
                    "у",
                    "возле",
                    "около",
                    "напротив",
                    "вблизи",
                    "перед",
                    "за",
                    "недалеко",
                    "рядом",
                    "позади",
                    "неподалеку");

    private static final Set<String> SECOND = Set.of("с", "со", "от");

    /** How words begin that name what stands everywhere in a town. */
    private static final String[] LANDMARKS =
            WordList.of(
                    """
                    школ гимнази лице садик сада садом сад детсад больниц поликлиник магазин аптек
                    рынк почт церк храм клуб дк библиотек вокзал остановк стадион бассейн мфц банк
                    заправк роддом театр музе кинотеатр общежит завод администраци пятерочк магнит
                    рынок
                    """);

    private static final Set<String> SETTLEMENTS =
            Set.of("поселке", "деревне", "селе", "городе", "микрорайоне", "снт", "хуторе");

    private static final Set<String> IN = Set.of("в", "во", "на", "из");

    private static final Set<String> OF_HOUSE =
            Set.of("этаж", "подъезд", "под", "эт", "кв", "квартира");

    private final Tokens text;
    private BitSet found;

    private WhereWords(Tokens text) {
        this.text = text;
    }

    /** The tokens that only say where; null if there are none. */
    static BitSet of(Tokens text) {
        WhereWords words = new WhereWords(text);
        for (int at = 0; at < text.size(); ) {
            int to = Math.max(words.landmark(at), Math.max(words.named(at), words.partOfHouse(at)));
            if (to > at) {
                words.hide(at, to);
            }
            at = Math.max(at + 1, to);
        }
        return words.found;
    }

    private void hide(int from, int to) {
        if (found == null) {
            found = new BitSet(text.size());
        }
        found.set(from, to);
    }

    /**
     * Where «возле больницы», «рядом с 5 школой», «у детского сада № 12» ends; 0 if none begins.
     */
    private int landmark(int from) {
        if (!BESIDE.contains(text.word(from))) {
            return 0;
        }
        int at = SECOND.contains(word(from + 1)) ? from + 2 : from + 1;
        if (isNumber(at) || word(at).startsWith("детск")) {
            at++;
        }
        if (!isLandmark(word(at))) {
            return 0;
        }
        return nameEnd(at + 1);
    }

    /** Where «на остановке Рынок», «в посёлке Заречный» ends. */
    private int named(int from) {
        if (!IN.contains(text.word(from))) {
            return 0;
        }
        String kind = word(from + 1);
        boolean place = kind.equals("остановке") || SETTLEMENTS.contains(kind);
        return place && from + 2 < text.size() && text.capitalised(from + 2)
                ? nameEnd(from + 2)
                : 0;
    }

    /** Where «5 этаж», «3 подъезд», «кв 12» ends; «на 5 этаже» tells what it is about. */
    private int partOfHouse(int from) {
        boolean numberFirst = isNumber(from) && OF_HOUSE.contains(word(from + 1));
        boolean numberLast = OF_HOUSE.contains(text.word(from)) && isNumber(from + 1);
        boolean inside = from > 0 && IN.contains(word(from - 1));
        return (numberFirst || numberLast) && !inside ? from + 2 : 0;
    }

    private int nameEnd(int from) {
        int at = from;
        while (at < text.size() && (isNumber(at) || text.capitalised(at)) && !endsBefore(at)) {
            at++;
        }
        return at;
    }

    private boolean endsBefore(int at) {
        return text.hasBehind(at - 1, ".!?,;\n");
    }

    private boolean isNumber(int at) {
        return at < text.size() && text.type(at) == TokenType.NUMBER;
    }

    private String word(int at) {
        return at < text.size() ? text.word(at) : "";
    }

    private static boolean isLandmark(String word) {
        for (String landmark : LANDMARKS) {
            if (word.startsWith(landmark)) {
                return true;
            }
        }
        return false;
    }
}
