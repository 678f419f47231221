package io.otklik.language;

import io.otklik.language.text.TokenType;
import io.otklik.language.text.Tokens;

import java.util.Set;

/** Whether a text praises first and then turns: «Спасибо, но фонари не горят». */
final class Reservation {

    private static final Set<String> PRAISE =
            Set.of(
                    "спасибо",
                    "спс",
                    "благодарю",
                    "благодарим",
                    "молодцы",
                    "молодец",
                    "умницы",
                    "умнички",
                    "поздравляю",
                    "поздравляем",
                    "красиво",
                    "красота",
                    "хорошо",
                    "хорошее",
                    "хорошие",
                    "хорошая",
                    "хороший",
                    "отлично",
                    "здорово",
                    "замечательно",
                    "прекрасно",
                    "супер",
                    "класс",
                    "классно",
                    "круто",
                    "радует",
                    "рады",
                    "рада",
                    "красавчик",
                    "красавчики",
                    "красавцы",
                    "светлее",
                    "чище",
                    "уютно",
                    "удобно",
                    "приятно",
                    "дякую",
                    "дякуємо",
                    "рәхмәт");

    /** Words that turn the sentence where a clause begins with them. */
    private static final Set<String> BUT =
            Set.of("но", "а", "только", "правда", "однако", "жаль", "вот");

    /** Fewer words or marks behind the turn say nothing new («а вы»). */
    private static final int FEWEST_BEHIND = 2;

    private Reservation() {}

    /** Whether a word takes back what was praised; «вот» alone does not. */
    static boolean isBut(String word) {
        return BUT.contains(word) && !word.equals("вот");
    }

    static boolean isPraise(String word) {
        return PRAISE.contains(word);
    }

    /** Whether a word only turns the sentence and says nothing itself. */
    static boolean turns(String word) {
        return BUT.contains(word) || word.equals("что") || word.equals("еще");
    }

    static boolean standsIn(Tokens tokens) {
        boolean praised = false;
        int last = tokens.size() - 1 - FEWEST_BEHIND;
        for (int i = 0; i <= last; i++) {
            if (tokens.type(i) != TokenType.WORD) {
                continue;
            }
            String word = tokens.word(i);
            if (praised && BUT.contains(word) && beginsClause(tokens, i)) {
                return true;
            }
            praised |= PRAISE.contains(word);
        }
        return false;
    }

    /** After a mark or emoji, or right behind the praise («спасибо но», «молодцы конечно а»). */
    private static boolean beginsClause(Tokens tokens, int token) {
        int before = token - 1;
        return tokens.type(before) != TokenType.WORD
                || tokens.text().charAt(tokens.end(before)) != ' '
                || PRAISE.contains(tokens.word(before))
                || tokens.word(before).equals("конечно");
    }
}
