package io.otklik.language.place;

import io.otklik.language.text.Seen;
import io.otklik.language.text.TokenType;
import io.otklik.language.text.Tokens;

import java.util.Locale;

/** Questions about the tokens of a text that the grammars share. */
final class Words {

    /** «БАМ», «ВЛКСМ». */
    private static final int LONGEST_ABBREVIATION = 5;

    /** «, № ». */
    private static final int WIDEST_GAP = 3;

    private Words() {}

    static boolean isWord(Tokens text, int at) {
        return at >= 0 && at < text.size() && text.type(at) == TokenType.WORD;
    }

    static boolean isNumber(Tokens text, int at) {
        return at >= 0 && at < text.size() && text.type(at) == TokenType.NUMBER;
    }

    static boolean isCapitalised(Tokens text, int at) {
        return isWord(text, at) && text.capitalised(at);
    }

    static String word(Tokens text, int at) {
        return at >= 0 && at < text.size() ? text.word(at) : "";
    }

    /** A word as it was written, though in Russian letters where Latin ones are drawn for them. */
    static String written(Tokens text, int at) {
        return Seen.inRussian(text.text().substring(text.begin(at), text.end(at)));
    }

    /** A name as it was written, though not in capitals throughout unless it is short for words. */
    static String name(Tokens text, int at) {
        String written = written(text, at);
        boolean shouted =
                text.shouted()
                        || isShouted(text, at)
                        || isShouted(text, at - 1)
                        || isShouted(text, at + 1);
        if (!shouted || written.length() < 2 || !written.equals(written.toUpperCase(Locale.ROOT))) {
            return written;
        }
        StringBuilder name = new StringBuilder(written.toLowerCase(Locale.ROOT));
        for (int i = 0; i < name.length(); i++) {
            if (i == 0 || name.charAt(i - 1) == '-') {
                name.setCharAt(i, Character.toUpperCase(name.charAt(i)));
            }
        }
        return name.toString();
    }

    private static boolean isShouted(Tokens text, int at) {
        if (!isCapitalised(text, at)) {
            return false;
        }
        String written = written(text, at);
        return written.length() > LONGEST_ABBREVIATION
                && written.equals(written.toUpperCase(Locale.ROOT));
    }

    /** What stands between a token and the next. */
    static String gap(Tokens text, int at) {
        return at + 1 < text.size()
                ? text.text().substring(text.end(at), text.begin(at + 1))
                : text.text().substring(text.end(at));
    }

    /**
     * Whether the next token stands near: with nothing but spaces and light marks between, several
     * spaces counted as one.
     */
    static boolean isJoined(Tokens text, int at) {
        if (at < 0 || at + 1 >= text.size()) {
            return false;
        }
        String gap = gap(text, at);
        int width = 0;
        boolean blank = false;
        for (int i = 0; i < gap.length(); i++) {
            if (" .,№-–/«\"\u00a0".indexOf(gap.charAt(i)) < 0) {
                return false;
            }
            boolean another = gap.charAt(i) == ' ' || gap.charAt(i) == '\u00a0';
            width += another && blank ? 0 : 1;
            blank = another;
        }
        return width <= WIDEST_GAP;
    }

    /** As {@link #isJoined}, and without the full stop that ends a sentence after a whole word. */
    static boolean isJoinedInSentence(Tokens text, int at, boolean brief) {
        return isJoined(text, at) && (brief || gap(text, at).indexOf('.') < 0);
    }

    /** Whether the word is written in Russian letters and is no abbreviation in capitals. */
    static boolean isName(Tokens text, int at) {
        if (!isCapitalised(text, at)) {
            return false;
        }
        String written = written(text, at);
        return written.length() > 2
                && written.charAt(0) > 'z'
                && Character.isLowerCase(written.charAt(1));
    }

    /** Whether the token opens a sentence, where capitals say nothing. */
    static boolean opensSentence(Tokens text, int at) {
        for (int i = at == 0 ? 0 : text.end(at - 1); i < text.begin(at); i++) {
            if (".!?\n…:;)".indexOf(text.text().charAt(i)) >= 0) {
                return true;
            }
        }
        return at == 0
                || text.type(at - 1) != TokenType.WORD && text.type(at - 1) != TokenType.NUMBER;
    }
}
