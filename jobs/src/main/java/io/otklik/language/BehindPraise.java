package io.otklik.language;

import io.otklik.language.text.TokenType;
import io.otklik.language.text.Tokens;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands behind praise or thanks and may be what is really said: «фонари не горят» of «Спасибо
 * за двор, но фонари не горят».
 */
final class BehindPraise {

    /** Fewer words say nothing new («а вы»). */
    private static final int FEWEST_WORDS = 2;

    private BehindPraise() {}

    /**
     * The rest of a text behind a clause that praises.
     *
     * @param turns whether a «but» stands before it: otherwise it may go on praising
     */
    record Part(String text, boolean turns) {}

    /** The rest of a text behind each clause that praises; empty if it does not praise. */
    static List<Part> of(Tokens tokens) {
        List<Part> parts = new ArrayList<>();
        boolean praised = false;
        for (int i = 0; i + 1 < tokens.size(); i++) {
            praised |= tokens.type(i) == TokenType.WORD && Reservation.isPraise(tokens.word(i));
            if (praised && endsClause(tokens, i)) {
                int from = behindTurn(tokens, i + 1);
                if (hasWords(tokens, from)) {
                    String rest = tokens.text().substring(tokens.begin(from));
                    parts.add(new Part(rest, turns(tokens, i + 1, from)));
                }
                praised = false;
            }
        }
        return parts;
    }

    /** Whether a mark, a comma, a dash or a word that turns stands behind a token. */
    private static boolean endsClause(Tokens tokens, int token) {
        return tokens.type(token + 1) == TokenType.MARK
                || tokens.word(token + 1).equals("но")
                || tokens.word(token + 1).equals("только")
                || tokens.hasBehind(token, ",.;–—\n");
    }

    private static int behindTurn(Tokens tokens, int at) {
        int behind = at;
        while (behind < tokens.size()
                && (tokens.type(behind) != TokenType.WORD
                        || Reservation.turns(tokens.word(behind)))) {
            behind++;
        }
        return behind;
    }

    private static boolean turns(Tokens tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            if (tokens.type(i) == TokenType.WORD && Reservation.isBut(tokens.word(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasWords(Tokens tokens, int from) {
        int words = 0;
        for (int i = from; i < tokens.size(); i++) {
            words += tokens.isPlainWord(i) ? 1 : 0;
        }
        return words >= FEWEST_WORDS;
    }
}
