package io.otklik.language.place;

import io.otklik.language.text.Tokens;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a named object: an institution by its number («школы №3»), a complex, shop, park or stop by
 * its name («ЖК Ладожский парк», «парк «Победы»», «метро Проспект Большевиков»).
 */
final class ObjectGrammar {

    private static final int MOST_NAME_WORDS = 3;

    /** Kinds that are told apart by numbers. */
    private static final Map<String, String> NUMBERED = new HashMap<>();

    /** Kinds that are told apart by names. */
    private static final Map<String, String> NAMED = new HashMap<>();

    /** Kinds whose name is an adjective before them: Юсуповский дворец. */
    private static final Map<String, Noun> AFTER_ADJECTIVE = new HashMap<>();

    static {
        forms(NUMBERED, "школа", "школа", "школы", "школе", "школу", "школой", "сош", "шк");
        forms(NUMBERED, "гимназия", "гимназия", "гимназии", "гимназию", "гимназией");
        forms(NUMBERED, "лицей", "лицей", "лицея", "лицею", "лицее");
        forms(
                NUMBERED,
                "детский сад",
                "сад",
                "сада",
                "саду",
                "садик",
                "садика",
                "садику",
                "садике",
                "детсад",
                "детсада",
                "детсаду",
                "детсаде",
                "доу",
                "дс",
                "мбдоу",
                "мдоу",
                "садом");
        forms(NUMBERED, "поликлиника", "поликлиника", "поликлиники", "поликлинике", "поликлинику");
        forms(NUMBERED, "больница", "больница", "больницы", "больнице", "больницу");
        forms(NUMBERED, "библиотека", "библиотека", "библиотеки", "библиотеке", "библиотеку");
        forms(NUMBERED, "роддом", "роддом", "роддома", "роддоме");
        forms(NUMBERED, "почта", "почта", "почты", "почте", "отделение", "отделения", "отделении");
        forms(NAMED, "ЖК", "жк");
        forms(NAMED, "СНТ", "снт", "днт", "днп");
        forms(NAMED, "ТЦ", "тц", "трц", "трк", "тк", "тд");
        forms(NAMED, "БЦ", "бц");
        forms(NAMED, "ДК", "дк");
        forms(NAMED, "парк", "парк", "парка", "парке", "парку", "парком");
        forms(NAMED, "сквер", "сквер", "сквера", "сквере", "скверу");
        forms(NAMED, "сад", "сад", "сада", "саду", "садом");
        forms(NAMED, "метро", "метро");
        forms(NAMED, "остановка", "остановка", "остановки", "остановке", "остановку");
        forms(NAMED, "станция", "станция", "станции", "станцию");
        forms(NAMED, "стадион", "стадион", "стадиона", "стадионе");
        forms(NAMED, "бассейн", "бассейн", "бассейна", "бассейне", "бассейном");
        forms(NAMED, "кинотеатр", "кинотеатр", "кинотеатра", "кинотеатре");
        forms(NAMED, "река", "река", "реки", "реке", "реку", "рекой");
        forms(NAMED, "озеро", "озеро", "озера", "озере", "озеру");
        forms(NAMED, "мост", "мост", "моста", "мосту");
        forms(NAMED, "площадка", "площадка", "площадке", "площадки", "площадку");
        forms(NAMED, "поликлиника", "поликлиника", "поликлиники", "поликлинике");
        forms(NAMED, "усадьба", "усадьба", "усадьбы", "усадьбе", "усадьбу");
        forms(NAMED, "завод", "завод", "завода", "заводе", "заводу");
        forms(NAMED, "магазин", "магазин", "магазина", "магазине", "магазином", "магазину");
        forms(NAMED, "кафе", "кафе");
        forms(NAMED, "театр", "театр", "театра", "театре", "театру");
        forms(NAMED, "музей", "музей", "музея", "музее", "музею");
        forms(NAMED, "лагерь", "лагерь", "лагеря", "лагере");
        forms(NAMED, "ЖК", "лжк", "комплекс");
        after(NameForms.Gender.HE, "дворец", "дворца", "дворце", "дворцу");
        after(NameForms.Gender.HE, "парк", "парка", "парке", "парку");
        after(NameForms.Gender.HE, "сад", "сада", "саду");
        after(NameForms.Gender.HE, "сквер", "сквера", "сквере");
        after(NameForms.Gender.HE, "мост", "моста", "мосту");
        after(NameForms.Gender.HE, "вокзал", "вокзала", "вокзале");
        after(NameForms.Gender.HE, "рынок", "рынка", "рынке");
        after(NameForms.Gender.HE, "лес", "леса", "лесу");
        after(NameForms.Gender.HE, "остров", "острова", "острове");
        after(NameForms.Gender.HE, "пруд", "пруда");
        after(NameForms.Gender.HE, "собор", "собора");
        after(NameForms.Gender.HE, "пляж", "пляжа", "пляже");
        after(NameForms.Gender.SHE, "роща", "рощи", "роще");
        after(NameForms.Gender.SHE, "поликлиника");
        after(NameForms.Gender.SHE, "больница");
        after(NameForms.Gender.SHE, "дача");
        after(NameForms.Gender.SHE, "крепость", "крепости");
        after(NameForms.Gender.IT, "озеро", "озера", "озере");
        after(NameForms.Gender.IT, "кладбище", "кладбища", "кладбищу");
    }

    /** Adjectives with a capital at most by habit: they name nothing. */
    private static final Set<String> GENERAL =
            Set.of(
                    "городской",
                    "городского",
                    "городском",
                    "детский",
                    "детского",
                    "детском",
                    "детскому",
                    "центральный",
                    "центрального",
                    "центральном",
                    "наш",
                    "нашего",
                    "нашем",
                    "этот",
                    "весь",
                    "новый",
                    "нового",
                    "новом",
                    "старый",
                    "старого",
                    "большой",
                    "первый",
                    "второй",
                    "школьный",
                    "местный",
                    "железнодорожный",
                    "лесной",
                    "зеленый",
                    "московский",
                    "городские",
                    "детские",
                    "российский",
                    "веревочный",
                    "хороший",
                    "который",
                    "сказочный",
                    "любимый");

    private static final Set<String> COUNTED =
            Set.of("лет", "года", "класс", "класса", "км", "м", "метров", "месяца", "раз", "раза");

    private static final Pattern POSSESSIVE =
            Pattern.compile(".{3,}(ск|цк)(ий|ого|ом|ому|ая|ой|ое)");

    private static final Pattern NUMBER_FIRST = Pattern.compile("(\\d{1,3})(я|й|ей|ой|ю|ую)?");

    /** What an adjective names, in the first case. */
    private record Noun(String first, NameForms.Gender gender) {}

    private ObjectGrammar() {}

    private static void forms(Map<String, String> kinds, String full, String... forms) {
        for (String form : forms) {
            kinds.put(form, full);
        }
    }

    private static void after(NameForms.Gender gender, String noun, String... forms) {
        AFTER_ADJECTIVE.put(noun, new Noun(noun, gender));
        for (String form : forms) {
            AFTER_ADJECTIVE.put(form, new Noun(noun, gender));
        }
    }

    /** Reads an object at a token; null if there is none. */
    static Place at(Tokens text, int from) {
        if (!Words.isWord(text, from)) {
            return Words.isNumber(text, from) ? numberFirst(text, from) : null;
        }
        String word = text.word(from);
        String numbered = NUMBERED.get(word);
        if (numbered != null) {
            Place found = byNumber(text, from, numbered);
            if (found != null) {
                return found;
            }
        }
        String named = NAMED.get(word);
        if (named != null) {
            Place found = byName(text, from, named);
            if (found != null) {
                return found;
            }
        }
        return byAdjective(text, from);
    }

    private static Place byNumber(Tokens text, int from, String kind) {
        if (!Words.isNumber(text, from + 1) || !Words.isJoined(text, from)) {
            return null;
        }
        String number = text.word(from + 1);
        boolean clock = Words.gap(text, from + 1).equals(":") && Words.isNumber(text, from + 2);
        boolean counted = kind.equals("почта") && Words.gap(text, from).indexOf('№') < 0;
        if (!isShortNumber(number) || clock || counted || isCounted(text, from + 2)) {
            return null;
        }
        return object(text, from, from + 2, kind + " " + number);
    }

    /** «347 школа», «у 110-й школы». */
    private static Place numberFirst(Tokens text, int from) {
        int at = from + 1;
        if (Words.isWord(text, at)
                && text.word(at).length() <= 2
                && Words.gap(text, from).equals("-")) {
            at++;
        }
        String kind = NUMBERED.get(Words.word(text, at));
        Matcher number = NUMBER_FIRST.matcher(text.word(from));
        boolean usual = kind != null && !kind.equals("почта") && !kind.equals("детский сад");
        if (!usual || !number.matches() || Integer.parseInt(number.group(1)) < 12) {
            return null;
        }
        return object(text, from, at + 1, kind + " " + number.group(1));
    }

    private static boolean isShortNumber(String number) {
        if (number.length() > 3) {
            return false;
        }
        for (int i = 0; i < number.length(); i++) {
            if (!Character.isDigit(number.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isCounted(Tokens text, int at) {
        String word = Words.word(text, at);
        return COUNTED.contains(word);
    }

    private static Place byName(Tokens text, int from, String kind) {
        int at = from + 1;
        if (!Words.isJoinedInSentence(text, from, false) || !Words.isWord(text, at)) {
            return null;
        }
        boolean quoted = isOpening(Words.gap(text, from));
        boolean shop = kind.equals("магазин") || kind.equals("кафе") || kind.equals("площадка");
        boolean named = kind.equals("магазин") && Words.isName(text, at);
        if (shop && !quoted && !named) {
            return null;
        }
        StringBuilder name = new StringBuilder();
        int words = 0;
        while (words < MOST_NAME_WORDS
                && Words.isWord(text, at)
                && (quoted
                        || words == 0
                                && (Words.isName(text, at) || isSmallAdjective(kind, text, at))
                        || words > 0 && goesOn(text, at))) {
            if (words > 0 && !Words.gap(text, at - 1).isBlank()) {
                break;
            }
            name.append(words == 0 ? "" : " ").append(Words.name(text, at));
            at++;
            words++;
        }
        boolean numbered =
                words > 0 && Words.gap(text, at - 1).equals("-") && Words.isNumber(text, at);
        if (numbered) {
            name.append('-').append(text.word(at));
            at++;
        }
        return words == 0 ? null : object(text, from, at, kind + " " + name);
    }

    /** «жк ладожский парк», in small letters. */
    private static boolean isSmallAdjective(String kind, Tokens text, int at) {
        return kind.equals("ЖК")
                && NameForms.isAdjective(text.word(at))
                && AFTER_ADJECTIVE.containsKey(Words.word(text, at + 1));
    }

    /** The next word of a name: with a capital, or «парк» in «ЖК Ладожский парк». */
    private static boolean goesOn(Tokens text, int at) {
        return text.capitalised(at)
                || AFTER_ADJECTIVE.containsKey(text.word(at))
                        && NameForms.isAdjective(text.word(at - 1));
    }

    private static boolean isOpening(String gap) {
        return gap.indexOf('«') >= 0 || gap.indexOf('"') >= 0;
    }

    private static Place byAdjective(Tokens text, int from) {
        Noun noun = AFTER_ADJECTIVE.get(Words.word(text, from + 1));
        if (noun == null
                || !NameForms.isAdjective(text.word(from))
                || GENERAL.contains(text.word(from))
                || !Words.gap(text, from).equals(" ")) {
            return null;
        }
        boolean capital = text.capitalised(from) && !Words.opensSentence(text, from);
        String lower = text.word(from);
        boolean possessive = POSSESSIVE.matcher(lower).matches();
        if (!capital && !(possessive && text.capitalised(from)) && !possessive) {
            return null;
        }
        String name = NameForms.first(NameForms.capital(Words.name(text, from)), noun.gender());
        return object(text, from, from + 2, name + " " + noun.first());
    }

    private static Place object(Tokens text, int from, int to, String name) {
        return new Place(null, null, null, null, name, text.begin(from), text.end(to - 1));
    }
}
