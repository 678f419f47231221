package io.otklik.language.place;

import io.otklik.language.text.TokenType;
import io.otklik.language.text.Tokens;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells at which tokens no grammar can find a place, without asking them: nine of ten tokens of a
 * text begin none, and to ask the grammars one after another costs a dozen look-ups of the same
 * word.
 */
final class PlaceOpeners {

    /** How far behind a name in small letters a house's number stands at most. */
    private static final int HOUSE_WITHIN = 3;

    private static final Set<String> FIRST =
            Stream.of(
                            RoadGrammar.openers().stream(),
                            ObjectGrammar.openers().stream(),
                            InstitutionGrammar.kinds(),
                            CrossingGrammar.openers().stream(),
                            StreetKinds.words().stream(),
                            StreetWords.ranks().stream(),
                            StreetNames.bundled().openers(),
                            Gazetteer.bundled().openers(),
                            SettlementGrammar.openers().stream())
                    .flatMap(words -> words)
                    .collect(Collectors.toCollection(HashSet::new));

    /**
     * Words before which any word may begin a place: «садовой улице», «юсуповский дворец», «пятой
     * школе».
     */
    private static final Set<String> SECOND =
            Stream.of(
                            ObjectGrammar.nouns().stream(),
                            InstitutionGrammar.kinds(),
                            StreetKinds.words().stream())
                    .flatMap(words -> words)
                    .collect(Collectors.toCollection(HashSet::new));

    private PlaceOpeners() {}

    /** Whether a place may begin at a token; false only where none does. */
    static boolean mayBegin(Tokens text, int at) {
        TokenType type = text.type(at);
        if (type == TokenType.MARK || type == TokenType.EMOJI) {
            return false;
        }
        return type != TokenType.WORD
                || text.capitalised(at)
                        && (isNameAfterPointer(text, at) || isNameBefore(text, at + 1))
                || FIRST.contains(text.word(at))
                || isBeforeSecond(Words.word(text, at + 1))
                || isNumberNear(text, at)
                || hasDigit(text.word(at));
    }

    private static boolean isBeforeSecond(String next) {
        return SECOND.contains(next)
                || InstitutionGrammar.isOfChildren(next)
                || SettlementGrammar.isWithout(next);
    }

    /** «на Рубинштейна», «в Выборге»; «К. Маркса» after any word. */
    private static boolean isNameAfterPointer(Tokens text, int at) {
        String before = Words.word(text, at - 1);
        return text.word(at).length() == 1
                || StreetWords.isPointer(before)
                || SettlementGrammar.isResident(before)
                || SettlementGrammar.isPointer(before);
    }

    /** «Белый Яр», «Заводская вся в ямах», «Череповец, …». */
    private static boolean isNameBefore(Tokens text, int next) {
        String word = Words.word(text, next);
        return VillageNouns.of(word) != null
                || StreetWords.isTrouble(word)
                || Words.opensSentence(text, next - 1) && Words.gap(text, next - 1).startsWith(",");
    }

    private static boolean isNumberNear(Tokens text, int at) {
        for (int i = 1; i <= HOUSE_WITHIN; i++) {
            if (Words.isNumber(text, at + i)) {
                return true;
            }
        }
        return false;
    }

    /** The house may be written together with the street: «мира5». */
    private static boolean hasDigit(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (Character.isDigit(word.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
