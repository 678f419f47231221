package io.otklik.language.place;

import io.otklik.language.text.Tokens;

import java.util.Set;

/**
 * Reads where two streets meet: «перекрёсток Ленина и Мира», «на углу ул. Садовой и проспекта
 * Победы». Both names make the place, in the order of the alphabet, whoever is named first.
 */
final class CrossingGrammar {

    private static final String BETWEEN = "между";

    private static final Set<String> MEETING =
            Set.of(
                    "перекресток",
                    "перекрестке",
                    "перекрестка",
                    "перекрестку",
                    "пересечение",
                    "пересечении",
                    "пересечения",
                    "угол",
                    "углу",
                    "угла",
                    BETWEEN);

    private CrossingGrammar() {}

    /** Words with which a crossing begins. */
    static Set<String> openers() {
        return MEETING;
    }

    /** Reads a crossing at a token; null if there is none. */
    static Place at(Tokens text, int from) {
        if (!Words.isWord(text, from) || !MEETING.contains(text.word(from))) {
            return null;
        }
        int at = Words.word(text, from + 1).equals("улиц") ? from + 2 : from + 1;
        Place first = street(text, at);
        if (first == null) {
            return null;
        }
        if (text.word(from).equals(BETWEEN)
                && StreetNames.bundled().at(text, at) == null
                && !isKnownBehind(text, after(text, first, at))) {
            return null;
        }
        int and = after(text, first, at);
        boolean slash = Words.gap(text, and - 1).strip().equals("/");
        boolean joined = Words.word(text, and).equals("и") || Words.word(text, and).equals("с");
        Place second = slash ? street(text, and) : joined ? street(text, and + 1) : null;
        if (second == null) {
            return null;
        }
        boolean inOrder = first.street().compareTo(second.street()) <= 0;
        String both =
                inOrder
                        ? first.street() + " / " + second.street()
                        : second.street() + " / " + first.street();
        return new Place(both, null, null, null, null, first.begin(), second.end());
    }

    /** People, too, stand between one and another: one of the two must be a street's known name. */
    private static boolean isKnownBehind(Tokens text, int and) {
        return Words.word(text, and).equals("и")
                && and + 1 < text.size()
                && StreetNames.bundled().at(text, and + 1) != null;
    }

    private static Place street(Tokens text, int at) {
        Place street = Words.isWord(text, at) || Words.isNumber(text, at) ? read(text, at) : null;
        return street == null || street.street() == null ? null : street;
    }

    private static Place read(Tokens text, int at) {
        Place bare =
                StreetKinds.of(text.word(at)) == null ? BareStreetGrammar.name(text, at) : null;
        boolean kindFollows =
                bare != null && StreetKinds.of(Words.word(text, after(text, bare, at))) != null;
        return bare != null && !kindFollows ? bare : StreetGrammar.single(text, at);
    }

    /** The token behind a place that begins at another. */
    private static int after(Tokens text, Place place, int from) {
        int at = from;
        while (at < text.size() && text.begin(at) < place.end()) {
            at++;
        }
        return at;
    }
}
