package io.otklik.language;

import io.otklik.language.rules.RuleBook;
import io.otklik.language.text.ContentReader;
import io.otklik.language.text.TokenType;
import io.otklik.language.text.Tokens;

import java.util.Set;

/** Takes what texts say apart for the models. Keeps buffers: not for several threads. */
public final class TextReader {

    private static final int FEWEST_UNMARKED = 3;
    private static final String MARKS = ".,!?:;…";
    private static final int FEWEST_ASKING = 2;
    private static final int MOST_ASKING = 5;

    /** Words with which short questions end; a short statement has them before its news. */
    private static final Set<String> END_OF_QUESTIONS =
            Set.of(
                    "будет",
                    "будут",
                    "состоится",
                    "планируется",
                    "планируются",
                    "работает",
                    "работают",
                    "открыт",
                    "открыта",
                    "открыто",
                    "закрыт",
                    "закрыта",
                    "платный",
                    "платная",
                    "платное",
                    "платно",
                    "платные",
                    "бесплатный",
                    "бесплатно",
                    "бесплатная",
                    "свободный",
                    "входит",
                    "когда",
                    "где",
                    "почему",
                    "сколько");

    /** Words that stand before the numbers of houses and streets. */
    private static final Set<String> OF_ADDRESSES =
            Set.of(
                    "д",
                    "дом",
                    "дома",
                    "доме",
                    "дому",
                    "домом",
                    "домов",
                    "к",
                    "корп",
                    "корпус",
                    "стр",
                    "ул",
                    "улица",
                    "улице",
                    "улицы",
                    "улицу",
                    "пр",
                    "проспект",
                    "пер",
                    "мкр",
                    "микрорайон",
                    "микрорайоне",
                    "квартал",
                    "квартале",
                    "подъезд",
                    "подъезде");

    private final ContentReader contents = new ContentReader();
    private final RuleBook rules;

    public TextReader(RuleBook rules) {
        this.rules = rules;
    }

    public RuleBook rules() {
        return rules;
    }

    public ReadText read(String text) {
        ContentReader.Content content = contents.read(text);
        Tokens tokens = content.tokens();
        int words = tokens.wordCount();
        int signs = signs(tokens, words) | (content.framed() ? Sign.FRAMED.bit() : 0);
        return new ReadText(tokens, rules.speaking(tokens), signs, words);
    }

    private static int signs(Tokens tokens, int words) {
        int signs = words == 0 ? Sign.WORDLESS.bit() : 0;
        signs |= tokens.shouted() ? Sign.SHOUTED.bit() : 0;
        for (int i = 0; i < tokens.size(); i++) {
            signs |= sign(tokens.type(i), tokens.word(i));
        }
        boolean unmarked = isUnmarked(tokens);
        signs |= unmarked && words >= FEWEST_UNMARKED ? Sign.UNMARKED.bit() : 0;
        signs |= unmarked && asksInFewWords(tokens, words) ? Sign.SHORT_ASKING.bit() : 0;
        signs |= (signs & Sign.NUMBER.bit()) != 0 && hasAddress(tokens) ? Sign.ADDRESS.bit() : 0;
        signs |= Reservation.standsIn(tokens) ? Sign.PRAISE_THEN_BUT.bit() : 0;
        if (tokens.size() > 0) {
            signs |= tokens.type(0) == TokenType.PERSON ? Sign.MENTIONS_PERSON.bit() : 0;
            signs |= tokens.type(0) == TokenType.PAGE ? Sign.MENTIONS_PAGE.bit() : 0;
            int last = tokens.size() - 1;
            boolean asks = tokens.type(last) == TokenType.MARK && tokens.word(last).equals("?");
            signs |= asks ? Sign.ENDS_WITH_QUESTION.bit() : 0;
        }
        return signs;
    }

    private static boolean isUnmarked(Tokens tokens) {
        String text = tokens.text();
        for (int i = text.startsWith("[") ? text.indexOf(']') + 2 : 0; i < text.length(); i++) {
            if (MARKS.indexOf(text.charAt(i)) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean asksInFewWords(Tokens tokens, int words) {
        int last = tokens.size() - 1;
        return words >= FEWEST_ASKING
                && words <= MOST_ASKING
                && tokens.type(last) == TokenType.WORD
                && END_OF_QUESTIONS.contains(tokens.word(last));
    }

    private static boolean hasAddress(Tokens tokens) {
        for (int i = 1; i < tokens.size(); i++) {
            if (tokens.type(i) == TokenType.NUMBER && tokens.type(i - 1) == TokenType.WORD) {
                boolean name = i > 1 && tokens.capitalised(i - 1);
                if (name || OF_ADDRESSES.contains(tokens.word(i - 1))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int sign(TokenType type, String word) {
        return switch (type) {
            case MARK ->
                    word.equals("?")
                            ? Sign.QUESTION.bit()
                            : word.equals("…") ? 0 : Sign.EXCLAMATION.bit();
            case EMOJI ->
                    switch (word) {
                        case ":joy", ":yes" -> Sign.JOY.bit();
                        case ":plea" -> Sign.PLEA.bit();
                        case ":laugh" -> Sign.LAUGHTER.bit();
                        case ":anger", ":sadness", ":doubt", ":alarm" -> Sign.DISPLEASURE.bit();
                        default -> 0;
                    };
            case NUMBER -> Sign.NUMBER.bit();
            case LINK -> Sign.LINK.bit();
            case HASHTAG -> Sign.HASHTAG.bit();
            default -> 0;
        };
    }
}
