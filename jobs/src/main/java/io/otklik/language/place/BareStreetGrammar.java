package io.otklik.language.place;

import io.otklik.language.place.StreetKinds.Kind;
import io.otklik.language.text.Tokens;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a street without its kind: a known name ({@link StreetNames}) or what looks like one, with
 * a house («Победы 3», «Пятилеток 15», «Антонова-Овсеенко, д. 9»), or after a word that places
 * point to («угол Рубинштейна»).
 */
final class BareStreetGrammar {

    /** Letters of a name that a house may be written together with: «мира5», not «кв5». */
    private static final int SHORTEST_GLUED = 4;

    /** «1», «2я», «11ая», of a street that is a «она». */
    private static final Pattern ORDINAL = Pattern.compile("(\\d{1,2})(?:-?(ая|яя|я|ой|й|ую|ю))?");

    private static final Pattern ENDING = Pattern.compile("ая|я|ой|й|ую|ю");

    /** Endings of a noun, or of an adjective before it, after «на …ской», «на …скую». */
    private static final Pattern AGREES = Pattern.compile(".*[еийуюь]");

    /** Words of «40 лет Победы»: no shorter name begins with a number and is none of a day. */
    private static final int YEARS_OF = 3;

    private final Tokens text;

    private BareStreetGrammar(Tokens text) {
        this.text = text;
    }

    /** Reads a street at a token; null if there is none. */
    static Place at(Tokens text, int from) {
        BareStreetGrammar grammar = new BareStreetGrammar(text);
        if (grammar.describesSquare(from)) {
            return null;
        }
        Place known = grammar.known(from);
        if (known != null) {
            return known;
        }
        Place glued = grammar.glued(from);
        return glued != null ? glued : grammar.alike(from);
    }

    /** A street's name alone, known or alike, where it is sure that one stands; else null. */
    static Place name(Tokens text, int from) {
        BareStreetGrammar grammar = new BareStreetGrammar(text);
        StreetNames.Match known = grammar.match(from);
        if (known != null) {
            boolean two = grammar.isAdjectiveOfMore(known);
            return two
                    ? grammar.street(
                            known.name() + " " + grammar.adjective(known.to()),
                            from,
                            known.to() + 1)
                    : grammar.street(known.name(), from, known.to());
        }
        boolean alike =
                Words.isWord(text, from)
                        && text.word(from).length() > 3
                        && NameForms.looksLikeStreet(text.word(from))
                        && !StreetWords.isNoStreet(text.word(from));
        return alike
                ? grammar.street(
                        inFirstCase(NameForms.capital(Words.name(text, from))), from, from + 1)
                : null;
    }

    /** «Победы 3», «ленина 5 к 2», «50 лет Октября 3», «на Мира темно». */
    private Place known(int from) {
        StreetNames.Match name = match(from);
        if (name == null || StreetKinds.of(Words.word(text, from - 1)) != null) {
            return null;
        }
        int at = name.to();
        boolean capital = text.capitalised(at - 1);
        boolean jubilee = at - from == YEARS_OF;
        if (StreetWords.isNoStreet(text.word(at - 1)) && !capital && !jubilee) {
            return null;
        }
        boolean pointed = isAfterPointer(from);
        Place house = Words.isJoined(text, at - 1) ? HouseGrammar.at(text, at) : null;
        if (house != null && HouseGrammar.isHouse(text, at)) {
            boolean named = HouseGrammar.isHouseWord(Words.word(text, at));
            boolean trusted = capital || !name.everyday() || named || pointed || from == 0;
            return trusted ? street(name.name(), from, at).with(house) : null;
        }
        String before = Words.word(text, from - 1);
        boolean small = !capital && StreetWords.isAlong(before) && isSureInSmall(name);
        boolean alone =
                (small
                                || capital
                                        && (Words.isName(text, at - 1) || jubilee)
                                        && StreetWords.isWhere(before))
                        && !(Words.isCapitalised(text, at) && Words.gap(text, at - 1).isBlank())
                        && !isAdjectiveOfMore(name);
        return alone || capital && suffers(from, at) ? street(name.name(), from, at) : null;
    }

    /** «на Центральной площади»: what tells which square, avenue or lane, no street's name. */
    private boolean describesSquare(int from) {
        Kind kind = StreetKinds.of(Words.word(text, from + 1));
        return kind != null
                && !kind.full().equals("улица")
                && StreetWords.isDescribing(Words.word(text, from))
                && Words.gap(text, from).isBlank();
    }

    /** «Заводская вся в ямах», «Ленина каток»: a known name with a capital, then its trouble. */
    private boolean suffers(int from, int at) {
        return Words.isName(text, at - 1)
                && StreetWords.isTrouble(Words.word(text, at))
                && Words.gap(text, at - 1).equals(" ")
                && !isPerson(at)
                && (from == 0 || !Words.isCapitalised(text, from - 1));
    }

    /** «по ленина», «на советской темно»; not «на советской власти». */
    private boolean isSureInSmall(StreetNames.Match name) {
        int at = name.to();
        return !name.everyday()
                && !(NameForms.isAdjective(text.word(at - 1))
                        && Words.isWord(text, at)
                        && Words.gap(text, at - 1).isBlank()
                        && mayAgree(text.word(at)));
    }

    /** Whether a word may be the noun that an adjective in «на …ской», «на …скую» belongs to. */
    private static boolean mayAgree(String lower) {
        return lower.length() > 3 && AGREES.matcher(lower).matches();
    }

    /** A known name, with its number: «1-я Садовая», «2 Советской». */
    private StreetNames.Match match(int from) {
        if (!Words.isNumber(text, from)) {
            return StreetNames.bundled().at(text, from);
        }
        StreetNames.Match counted = StreetNames.bundled().at(text, from);
        if (counted != null) {
            return counted;
        }
        Matcher ordinal = ORDINAL.matcher(text.word(from));
        boolean apart =
                ordinal.matches()
                        && ordinal.group(2) == null
                        && Words.gap(text, from).equals("-")
                        && ENDING.matcher(Words.word(text, from + 1)).matches();
        int at = apart ? from + 2 : from + 1;
        boolean numbered = ordinal.matches() && (apart || ordinal.group(2) != null);
        StreetNames.Match name =
                numbered && Words.gap(text, at - 1).equals(" ")
                        ? StreetNames.bundled().at(text, at)
                        : null;
        return name == null || !NameForms.isAdjective(text.word(at))
                ? null
                : new StreetNames.Match(ordinal.group(1) + "-я " + name.name(), name.to(), false);
    }

    /** «Верхней» is a part of «Верхней Луговой». */
    private boolean isAdjectiveOfMore(StreetNames.Match name) {
        return Words.isWord(text, name.to())
                && Words.gap(text, name.to() - 1).isBlank()
                && NameForms.isAdjective(name.name().toLowerCase(Locale.ROOT))
                && NameForms.isAdjective(text.word(name.to()))
                && !StreetWords.isNoStreet(text.word(name.to()));
    }

    private String adjective(int at) {
        return inFirstCase(NameForms.capital(Words.name(text, at)));
    }

    /** «советская15», «ленина5к2»: a known name, and the house written together with it. */
    private Place glued(int from) {
        String word = Words.isWord(text, from) ? text.word(from) : "";
        int digit = 0;
        while (digit < word.length() && !Character.isDigit(word.charAt(digit))) {
            digit++;
        }
        if (digit < SHORTEST_GLUED || digit == word.length()) {
            return null;
        }
        String name = StreetNames.bundled().named(word.substring(0, digit));
        Place house = name == null ? null : HouseGrammar.of(word.substring(digit));
        return house == null
                ? null
                : new Place(
                        name,
                        house.house(),
                        house.building(),
                        null,
                        null,
                        text.begin(from),
                        text.end(from));
    }

    /** «Пятилеток 15», «на чудновского, д 2», «на Рубинштейна». */
    private Place alike(int from) {
        if (!Words.isWord(text, from)
                || HouseGrammar.isHouseWord(text.word(from))
                || StreetWords.isNoStreet(text.word(from))
                || text.word(from).length() < 4) {
            return null;
        }
        int at = from + 1;
        boolean capital = text.capitalised(from);
        boolean numberNear =
                Words.isNumber(text, at)
                        || Words.isNumber(text, at + 1)
                        || Words.isNumber(text, at + 2);
        // Most words end here: nothing is built for them.
        if (!numberNear && !(capital && isAfterPointer(from))) {
            return null;
        }
        StringBuilder name = new StringBuilder(NameForms.capital(Words.name(text, from)));
        if (Gazetteer.bundled().city(text.word(from)) != null && isStreet(at)) {
            return null;
        }
        if (hasSecondWord(from, at)) {
            name.append(' ').append(NameForms.capital(Words.name(text, at)));
            at++;
        }
        String last = text.word(at - 1);
        boolean street =
                NameForms.looksLikeStreet(last) || NameForms.looksLikeStreet(text.word(from));
        Place house = Words.isJoined(text, at - 1) ? HouseGrammar.at(text, at) : null;
        if (house != null && HouseGrammar.isHouse(text, at) && text.word(from).charAt(0) > 'z') {
            boolean named = HouseGrammar.isHouseWord(Words.word(text, at));
            boolean trusted = capital && (street || named) || isSurname(text.word(from));
            if (trusted || street && (isAfterPointer(from) || named)) {
                return street(inFirstCase(name.toString()), from, at).with(house);
            }
        }
        boolean pointed =
                Words.isName(text, from)
                        && !Words.opensSentence(text, from)
                        && isAfterPointer(from)
                        && (!isWoman(text.word(from))
                                || StreetWords.isWhere(Words.word(text, from - 1)))
                        && isBareName(text.word(from))
                        && !isPerson(at);
        return pointed ? street(inFirstCase(name.toString()), from, at) : null;
    }

    /** «Бердск Ленина 5»: the settlement is no part of the street's name. */
    private boolean isStreet(int at) {
        return StreetKinds.of(Words.word(text, at)) != null
                || StreetNames.bundled().at(text, at) != null;
    }

    private boolean hasSecondWord(int from, int at) {
        return Words.isWord(text, at)
                && Words.gap(text, from).equals(" ")
                && (text.capitalised(from) || isAfterPointer(from))
                && (text.capitalised(at) || Words.isNumber(text, at + 1))
                && text.word(at).length() > 2
                && StreetKinds.of(text.word(at)) == null
                && !StreetWords.isNoStreet(text.word(at))
                && !HouseGrammar.isHouseWord(text.word(at))
                && looksLikeTwo(from, at);
    }

    /** «Иванова Ирина Петровна» is no street. */
    private boolean isPerson(int next) {
        String after = Words.word(text, next);
        return after.endsWith("вна")
                || after.endsWith("вич")
                || after.endsWith("вича")
                || Words.isCapitalised(text, next) && after.length() == 1;
    }

    /** «У Николаевой очередь» tells of a person, «на Николаевой» of a street. */
    private static boolean isWoman(String lower) {
        boolean surname =
                lower.endsWith("овой") || lower.endsWith("евой") || lower.endsWith("иной");
        return surname && StreetNames.bundled().named(lower) == null;
    }

    /** Endings that hardly any word but a street's name has before a number. */
    private static boolean isSurname(String lower) {
        return lower.endsWith("ского")
                || lower.endsWith("цкого")
                || lower.endsWith("ова")
                || lower.endsWith("ева")
                || lower.endsWith("енко")
                || lower.endsWith("еский")
                || lower.endsWith("йский")
                || lower.endsWith("вский")
                || lower.endsWith("ской");
    }

    private boolean looksLikeTwo(int from, int at) {
        String first = text.word(from);
        String second = text.word(at);
        return text.capitalised(from) && text.capitalised(at)
                || NameForms.looksLikeStreet(first) && NameForms.looksLikeStreet(second);
    }

    /** Without a house only what can hardly be anything else than a street. */
    private static boolean isBareName(String lower) {
        return lower.endsWith("ского")
                || lower.endsWith("ской")
                || lower.endsWith("ском")
                || lower.endsWith("скому")
                || lower.endsWith("ский")
                || lower.endsWith("ова")
                || lower.endsWith("ева")
                || lower.endsWith("ина")
                || lower.endsWith("ейна")
                || lower.endsWith("ток")
                || lower.endsWith("тай")
                || lower.endsWith("ов")
                || lower.endsWith("сти")
                || lower.endsWith("ских")
                || lower.endsWith("ной")
                || lower.endsWith("ную")
                || lower.endsWith("вой")
                || lower.endsWith("евой")
                || lower.endsWith("чной")
                || lower.endsWith("вую")
                || lower.endsWith("скую")
                || lower.endsWith("ному")
                || lower.endsWith("вому");
    }

    private static String inFirstCase(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith("ому") || lower.endsWith("ском") || lower.endsWith("цком")) {
            return NameForms.first(name, NameForms.Gender.HE);
        }
        return lower.endsWith("ой") || lower.endsWith("ую")
                ? NameForms.first(name, NameForms.Gender.SHE)
                : name;
    }

    private boolean isAfterPointer(int from) {
        return from > 0 && StreetWords.isPointer(Words.word(text, from - 1));
    }

    private Place street(String name, int from, int at) {
        return new Place(name, null, null, null, null, text.begin(from), text.end(at - 1));
    }
}
