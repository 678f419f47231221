package io.otklik.language.text;

import java.util.Set;

/**
 * What people put around what they say: a greeting with the one who is greeted, thanks in advance,
 * a signature, a link behind everything. It says nothing of the matter, so a text is read without
 * it. A text that is nothing but frame has none.
 *
 * <p>Thanks that close a text without «заранее» belong to the frame only where the rest asks for
 * something: «Почините качели. Спасибо!», but not «Очень красиво. Спасибо!». A signature that names
 * a house or a street stays: it may be the only place that is told.
 */
final class Frame {

    private static final Set<String> GREETINGS =
            Set.of(
                    "здравствуйте",
                    "здраствуйте",
                    "здравствуй",
                    "здрасьте",
                    "здрасте",
                    "приветствую",
                    "привет",
                    "салам",
                    "исэнмесез",
                    "хаумыгыз",
                    "дорообо");

    private static final Set<String> GOOD = Set.of("добрый", "доброе", "доброго", "доброй");

    private static final Set<String> TIMES_OF_DAY =
            Set.of("день", "вечер", "утро", "дня", "вечера", "утра", "времени", "ночи");

    private static final Set<String> DEAR =
            Set.of("уважаемый", "уважаемая", "уважаемые", "дорогой", "дорогая", "дорогие");

    private static final Set<String> THANKS =
            Set.of(
                    "спасибо",
                    "спс",
                    "благодарю",
                    "благодарим",
                    "благодарен",
                    "благодарна",
                    "благодарны",
                    "признателен",
                    "признательна",
                    "признательны",
                    "рахмат",
                    "рэхмэт");

    /** Words that make thanks those for something still to come. */
    private static final Set<String> AHEAD =
            Set.of("заранее", "наперед", "буду", "будем", "внимание", "понимание", "содействие");

    private static final Set<String> AROUND_THANKS =
            Set.of(
                    "большое",
                    "огромное",
                    "вам",
                    "всем",
                    "очень",
                    "за",
                    "и",
                    "ответ",
                    "ответы",
                    "помощь",
                    "информацию");

    private static final Set<String> ASKING =
            Set.of("прошу", "просим", "просьба", "нужно", "надо", "можно", "пора");

    private static final int MOST_NAMES = 3;
    private static final int MOST_WORDS_OF_ONE_GREETED = 6;
    private static final int MOST_WORDS_OF_A_NAME = 4;

    private final Tokens tokens;

    /** What is said: from this token, and up to that one exclusively. */
    private int from;

    private int to;
    private final int opening;

    private Frame(Tokens tokens) {
        this.tokens = tokens;
        this.to = tokens.size();
        while (from < to && isMention(from)) {
            from++;
        }
        this.opening = from;
    }

    /**
     * The text without its frame, a mention that opens it left in its place; the very text if it
     * has no frame.
     */
    static String without(Tokens tokens) {
        Frame frame = new Frame(tokens);
        frame.open();
        frame.close();
        return frame.content();
    }

    private void open() {
        for (int next = behindGreeting(from); next > from; next = behindGreeting(from)) {
            from = next;
        }
    }

    private int behindGreeting(int at) {
        int behind = at;
        if (isWordOf(GREETINGS, at)) {
            behind = at + 1;
        } else if (isWordOf(GOOD, at) && isWordOf(TIMES_OF_DAY, at + 1)) {
            behind = at + 2 + (isWord(at + 2, "суток") ? 1 : 0);
        } else if (isWordOf(TIMES_OF_DAY, at) && isWordOf(GOOD, at + 1)) {
            behind = at + 2;
        } else if (isWordOf(DEAR, at)) {
            return behindOneGreeted(at, MOST_WORDS_OF_ONE_GREETED, false);
        }
        if (behind == at) {
            return at;
        }
        int name = behindOneGreeted(behind, MOST_NAMES, true);
        return behindMarks(name);
    }

    /** Behind words up to a comma, a mark or the line's end; {@code at} if there is none soon. */
    private int behindOneGreeted(int at, int most, boolean named) {
        int end = at;
        while (end < to && end - at < most && tokens.type(end) == TokenType.WORD) {
            if (named && (!tokens.capitalised(end) || tokens.shouted())) {
                return at;
            }
            end++;
            if (endsClause(end)) {
                return behindMarks(end);
            }
        }
        return at;
    }

    /** Whether a comma, a full stop, a «!» or a new line stands before a token. */
    private boolean endsClause(int token) {
        if (token < to && tokens.type(token) == TokenType.MARK) {
            return !isWord(token, "?");
        }
        return tokens.hasBehind(token - 1, ",.\n");
    }

    private int behindMarks(int at) {
        int behind = at;
        while (behind < to
                && (tokens.type(behind) == TokenType.EMOJI
                        || tokens.type(behind) == TokenType.MARK && !isWord(behind, "?"))) {
            behind++;
        }
        return behind;
    }

    private void close() {
        for (int last = beforeClosing(); last < to; last = beforeClosing()) {
            to = last;
        }
    }

    private int beforeClosing() {
        int end = to;
        while (end > from
                && (tokens.type(end - 1) == TokenType.EMOJI
                        || tokens.type(end - 1) == TokenType.MARK && !isWord(end - 1, "?"))) {
            end--;
        }
        if (end <= from) {
            return to;
        }
        if (tokens.type(end - 1) == TokenType.LINK) {
            return end - 1;
        }
        int signature = beforeSignature(end);
        return signature < end ? signature : beforeThanks(end);
    }

    /** «С уважением, Иванова Т.П.» */
    private int beforeSignature(int end) {
        int name = end;
        while (name > from
                && end - name < MOST_WORDS_OF_A_NAME
                && tokens.type(name - 1) == TokenType.WORD
                && tokens.capitalised(name - 1)) {
            name--;
        }
        for (int i = name; i <= end; i++) {
            if (isWord(i - 1, "уважением") && isWord(i - 2, "с")) {
                return i - 2;
            }
        }
        return end;
    }

    private int beforeThanks(int end) {
        boolean thanks = false;
        boolean ahead = false;
        int at = end;
        while (at > from && tokens.type(at - 1) == TokenType.WORD) {
            boolean isThanks = isWordOf(THANKS, at - 1);
            boolean isAhead = isWordOf(AHEAD, at - 1);
            if (!isThanks && !isAhead && !isWordOf(AROUND_THANKS, at - 1)) {
                break;
            }
            thanks |= isThanks;
            ahead |= isAhead;
            at--;
            if (at > from && beginsClause(at)) {
                break;
            }
        }
        boolean frame = thanks && (ahead || at > from && beginsClause(at) && asks(at));
        return frame ? at : to;
    }

    private boolean beginsClause(int token) {
        return tokens.type(token - 1) == TokenType.MARK || endsClause(token);
    }

    /** Whether what stands before a token has a question mark or an imperative. */
    private boolean asks(int before) {
        for (int i = from; i < before; i++) {
            String word = tokens.word(i);
            boolean asking =
                    tokens.type(i) == TokenType.MARK
                            ? word.equals("?")
                            : tokens.type(i) == TokenType.WORD
                                    && (word.endsWith("ите")
                                            || word.endsWith("йте")
                                            || word.endsWith("ьте")
                                            || ASKING.contains(word));
            if (asking) {
                return true;
            }
        }
        return false;
    }

    private String content() {
        String text = tokens.text();
        if (from == opening && to == tokens.size() || !hasWord()) {
            return text;
        }
        StringBuilder content = new StringBuilder(text.length());
        if (opening > 0) {
            content.append(text, 0, tokens.end(opening - 1)).append(' ');
        }
        int begin = from == opening && opening == 0 ? 0 : begin(from);
        int end = to == tokens.size() ? text.length() : begin(to);
        while (end > begin
                && (text.charAt(end - 1) <= ' ' || ",-–—".indexOf(text.charAt(end - 1)) >= 0)) {
            end--;
        }
        char first = text.charAt(begin);
        boolean capital = Character.isUpperCase(text.charAt(begin(opening)));
        content.append(capital ? Character.toUpperCase(first) : first);
        return content.append(text, begin + 1, end).toString();
    }

    private boolean hasWord() {
        for (int i = from; i < to; i++) {
            if (tokens.isPlainWord(i)) {
                return true;
            }
        }
        return false;
    }

    private int begin(int token) {
        return token < tokens.size() ? tokens.begin(token) : tokens.text().length();
    }

    private boolean isMention(int token) {
        return tokens.type(token) == TokenType.PERSON || tokens.type(token) == TokenType.PAGE;
    }

    private boolean isWordOf(Set<String> words, int token) {
        return token >= from
                && token < to
                && tokens.type(token) == TokenType.WORD
                && words.contains(tokens.word(token));
    }

    private boolean isWord(int token, String word) {
        return token >= 0 && token < to && tokens.word(token).equals(word);
    }
}
