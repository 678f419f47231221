package io.otklik.language.place;

import io.otklik.language.place.StreetKinds.Kind;
import io.otklik.language.text.Tokens;

import java.util.Set;

/**
 * Reads a street with its house: by its kind («ул. Садовая», «на Союзном проспекте, 4»), or bare
 * ({@link BareStreetGrammar}), or two that meet ({@link CrossingGrammar}).
 */
final class StreetGrammar {

    private static final int MOST_NAME_WORDS = 3;

    /** «ул. им. Ленина» is the street «Ленина». */
    private static final Set<String> IN_HONOUR = Set.of("им", "имени");

    private final Tokens text;

    private StreetGrammar(Tokens text) {
        this.text = text;
    }

    /** Reads a street at a token; null if there is none. */
    static Place at(Tokens text, int from) {
        Place crossing = CrossingGrammar.at(text, from);
        return crossing != null ? crossing : single(text, from);
    }

    /** Reads one street at a token; null if there is none. */
    static Place single(Tokens text, int from) {
        StreetGrammar grammar = new StreetGrammar(text);
        Kind kind = StreetKinds.of(Words.word(text, from));
        if (kind != null) {
            Place after = grammar.afterKind(from, kind);
            return after != null ? after : grammar.kindAsName(from);
        }
        Place numbered = grammar.numberedQuarter(from);
        Place before = numbered != null ? numbered : grammar.beforeKind(from);
        return before != null ? before : BareStreetGrammar.at(text, from);
    }

    /** «ул. Антонова-Овсеенко», «проспекте Большевиков», «мкр 5». */
    private Place afterKind(int from, Kind kind) {
        if (!Words.isJoinedInSentence(text, from, kind.brief())) {
            return null;
        }
        StreetNames.Match known = StreetNames.bundled().at(text, from + 1);
        if (known != null && known.to() > from + 2) {
            return withHouse(kind.full() + " " + known.name(), from, known.to());
        }
        if (kind.takesNumbers()
                && Words.isNumber(text, from + 1)
                && text.word(from + 1).length() <= 3) {
            return withHouse(kind.full() + " " + text.word(from + 1), from, from + 2);
        }
        return byWords(from, kind);
    }

    /** «Набережная 12», «на Набережной темно»: a kind that is a street's whole name. */
    private Place kindAsName(int from) {
        StreetNames.Match name = StreetNames.bundled().at(text, from);
        if (name == null || !Words.isName(text, from)) {
            return null;
        }
        Place house = Words.isJoined(text, from) ? HouseGrammar.at(text, from + 1) : null;
        Place street =
                new Place(name.name(), null, null, null, null, text.begin(from), text.end(from));
        if (house != null && HouseGrammar.isHouse(text, from + 1)) {
            return street.with(house);
        }
        boolean where = StreetWords.isWhere(Words.word(text, from - 1));
        return where && !Words.isCapitalised(text, from + 1) ? street : null;
    }

    private Place byWords(int from, Kind kind) {
        int at = from + 1;
        StringBuilder name = new StringBuilder();
        if (Words.isNumber(text, at)
                && Words.isWord(text, at + 1)
                && (text.capitalised(at + 1)
                        || text.word(at + 1).length() <= 2
                        || text.word(at + 1).equals("лет")
                        || text.word(at + 1).equals("летия"))) {
            name.append(text.word(at));
            at = at + 1;
            if (text.word(at).length() <= 2 && !text.capitalised(at)) {
                name.append('-').append(text.word(at));
                at++;
            }
        }
        if (name.length() > 0
                && (Words.word(text, at).equals("лет") || Words.word(text, at).equals("летия"))
                && Words.isCapitalised(text, at + 1)) {
            name.append(" лет");
            at++;
        }
        String rank = StreetWords.rank(Words.word(text, at));
        if (rank != null && Words.gap(text, at).startsWith(".")) {
            name.append(rank);
            at++;
        } else if (IN_HONOUR.contains(Words.word(text, at))) {
            at++;
        }
        boolean capital = Words.isCapitalised(text, at);
        int words = 0;
        while (words < MOST_NAME_WORDS
                && Words.isWord(text, at)
                && (words == 0 ? capital || isLowerName(kind, at) : goesOn(at, capital))
                && !HouseGrammar.isHouseWord(text.word(at))) {
            if (name.length() > 0) {
                name.append(' ');
            }
            String lower = text.word(at);
            String part = capital ? Words.name(text, at) : NameForms.capital(lower);
            name.append(
                    words == 0 && !kind.brief() || NameForms.isAdjective(lower)
                            ? inFirstCase(part, kind)
                            : part);
            words++;
            at++;
        }
        if (words == 1 && isPair(at)) {
            for (int end = at + 3; at < end; at++) {
                name.append(' ').append(Words.name(text, at));
            }
        }
        return words == 0 ? null : withHouse(kind.full() + " " + name, from, at);
    }

    /** «Зои и Александра Космодемьянских». */
    private boolean isPair(int and) {
        return Words.word(text, and).equals("и")
                && Words.isName(text, and + 1)
                && Words.isName(text, and + 2)
                && text.word(and + 2).endsWith("х");
    }

    /** «Невского проспекта» is in the second case, «проспект Чудновского» is a person's. */
    private static String inFirstCase(String name, Kind kind) {
        boolean second = name.endsWith("ого") || name.endsWith("его");
        return second ? name : NameForms.first(name, kind.gender());
    }

    private boolean isLowerName(Kind kind, int at) {
        String word = text.word(at);
        if (StreetWords.isRank(word)) {
            return true;
        }
        if (kind.brief() || word.length() <= 3) {
            return word.length() > 3;
        }
        boolean number = Words.isNumber(text, at + 1);
        return NameForms.looksLikeStreet(word) && number
                || word.endsWith("ого") && !word.startsWith("как")
                || number && !StreetWords.isNoStreet(word);
    }

    /** A further word of a name: with a capital, where capitals say something. */
    private boolean goesOn(int at, boolean capital) {
        boolean named =
                text.capitalised(at)
                        && Words.gap(text, at - 1).isBlank()
                        && StreetKinds.of(text.word(at)) == null;
        return named && !text.shouted() || (!capital || text.shouted()) && continues(at);
    }

    /** The second word of a name in small letters: «ул латышских стрелков 5». */
    private boolean continues(int at) {
        String first = text.word(at - 1);
        return Words.isNumber(text, at + 1)
                && text.word(at).length() > 3
                && (NameForms.isAdjective(first) || StreetWords.isRank(first))
                && Words.gap(text, at - 1).isBlank()
                && !StreetWords.isNoStreet(text.word(at));
    }

    /** «в 5 мкр», «7-й микрорайон»; not «3 микрорайона». */
    private Place numberedQuarter(int from) {
        if (!Words.isNumber(text, from) || text.word(from).length() > 2) {
            return null;
        }
        boolean ending =
                Words.gap(text, from).equals("-") && Words.word(text, from + 1).length() <= 2;
        int at = ending ? from + 2 : from + 1;
        String word = Words.word(text, at);
        Kind kind = StreetKinds.of(word);
        // «в 3 квартале» is a time as often as a place.
        boolean quarter =
                kind != null
                        && kind.full().equals("микрорайон")
                        && !word.endsWith("на")
                        && Words.gap(text, at - 1).equals(" ");
        return quarter ? withHouse(kind.full() + " " + text.word(from), from, at + 1) : null;
    }

    /** «Садовой улице», «Невский проспект», «2-я Советская ул.», «Северном микрорайоне». */
    private Place beforeKind(int from) {
        int at = from;
        String ordinal = "";
        if (Words.isNumber(text, at)) {
            boolean ending = Words.word(text, at + 1).length() <= 2 && Words.isWord(text, at + 1);
            int name = ending ? at + 2 : at + 1;
            if (!Words.isCapitalised(text, name)) {
                return null;
            }
            ordinal = text.word(at) + (ending ? "-" + text.word(at + 1) : "") + " ";
            at = name;
        }
        Kind kind = Words.isWord(text, at) ? StreetKinds.of(Words.word(text, at + 1)) : null;
        if (kind == null
                || !NameForms.isAdjective(text.word(at))
                || !Words.gap(text, at).isBlank()
                || !isNamedBefore(at, kind)
                || StreetWords.isDescribing(text.word(at))) {
            return null;
        }
        String name = NameForms.capital(Words.name(text, at));
        return withHouse(
                kind.full() + " " + ordinal + NameForms.first(name, kind.gender()), from, at + 2);
    }

    /** Of quarters more is told by adjectives that are no names: «Новый микрорайон без садика». */
    private boolean isNamedBefore(int at, Kind kind) {
        return kind.takesNumbers()
                ? Words.isName(text, at) && !Words.opensSentence(text, at)
                : text.capitalised(at) || isNamedSmall(text.word(at));
    }

    private static boolean isNamedSmall(String lower) {
        return lower.endsWith("ской")
                || lower.endsWith("ском")
                || lower.endsWith("ская")
                || lower.endsWith("скому")
                || lower.endsWith("ский");
    }

    private Place withHouse(String name, int from, int at) {
        Place street = new Place(name, null, null, null, null, text.begin(from), text.end(at - 1));
        Place house = Words.isJoined(text, at - 1) ? HouseGrammar.at(text, at) : null;
        return house == null || !HouseGrammar.isHouse(text, at) ? street : street.with(house);
    }
}
