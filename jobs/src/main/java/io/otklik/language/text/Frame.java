package io.otklik.language.text;

import java.util.Set;

/**
 * What people put around what they say: a greeting or a call with the one who is meant, thanks in
 * advance, wishes, a signature, a link or hashtags behind everything. It says nothing of the
 * matter, so a text is read without it. A text that is nothing but frame has none.
 *
 * <p>«Спасибо» that closes a text without «заранее», and a smile, belong to the frame only where
 * the rest asks for something: «Почините качели. Спасибо!», but not «Очень красиво. Спасибо!». A
 * signature that names a house or a street stays: it may be the only place that is told.
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

    /** Whom people call before they say what they want of others. */
    private static final Set<String> CALLED = Set.of("люди", "граждане", "господа", "товарищи");

    /** Who is greeted or called dear, in small letters and without a comma behind. */
    private static final Set<String> OFFICES =
            Set.of(
                    "администрация",
                    "админ",
                    "админы",
                    "администратор",
                    "глава",
                    "мэр",
                    "губернатор",
                    "руководство",
                    "власти",
                    "чиновники",
                    "депутаты",
                    "все",
                    "всем");

    /** What may stand behind an office: whose it is. */
    private static final Set<String> OF_OFFICES =
            Set.of("города", "района", "округа", "области", "поселка", "села", "группы", "нашего");

    /** Wishes begin with one of these and have no more than one word behind. */
    private static final Set<String> WISHED =
            Set.of("добра", "доброго", "хорошего", "хорошо", "мира", "здоровья", "удачи");

    private static final Set<String> HOPED =
            Set.of("понимание", "помощь", "ответ", "поддержку", "содействие", "вас");

    private static final Set<String> SMILES = Set.of(Emoji.JOY, Emoji.PLEA, Emoji.YES);

    private static final Set<String> HOPING = Set.of("надеюсь", "надеемся");

    /** A signature with one of these names a place. */
    private static final Set<String> PLACES =
            Set.of("дом", "дома", "улица", "улицы", "ул", "двор", "двора", "подъезд", "подъезда");

    private static final int MOST_NAMES = 3;
    private static final int MOST_WORDS_OF_ONE_GREETED = 6;
    private static final int MOST_WORDS_OF_A_NAME = 4;
    private static final int MOST_WORDS_OF_A_WISH = 5;

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
            int greeted = behindOneGreeted(at, MOST_WORDS_OF_ONE_GREETED, false);
            return greeted > at ? greeted : behindOffice(at, at + 1);
        } else if (isWord(at, "всем") && isWordOf(GREETINGS, at + 1)) {
            behind = at + 2;
        } else if (isWordOf(CALLED, at) && endsClause(at + 1)) {
            return behindMarks(at + 1);
        } else {
            return behindName(at);
        }
        behind = behindOffice(behind, behind);
        int name = behindOneGreeted(behind, MOST_NAMES, true);
        return behindMarks(name);
    }

    /** «Администрация города»; {@code otherwise} if no office stands there. */
    private int behindOffice(int otherwise, int at) {
        if (!isWordOf(OFFICES, at)) {
            return otherwise;
        }
        int behind = at + 1;
        while (isWordOf(OF_OFFICES, behind)) {
            behind++;
        }
        return behindMarks(behind);
    }

    /** «Сергей Иванович, …», «Анна здравствуйте …»; the place itself if there is no such call. */
    private int behindName(int at) {
        int behind = at;
        while (behind < to
                && behind - at < MOST_NAMES
                && tokens.type(behind) == TokenType.WORD
                && tokens.capitalised(behind)
                && !isWordOf(GREETINGS, behind)
                && !tokens.shouted()) {
            behind++;
        }
        if (behind == at) {
            return at;
        }
        // «Ольга, добрый день!» is how pages begin their answers: it tells who speaks.
        boolean greeted =
                !endsClause(behind)
                        && (isWordOf(GREETINGS, behind)
                                || isWordOf(GOOD, behind) && isWordOf(TIMES_OF_DAY, behind + 1));
        String last = tokens.word(behind - 1);
        boolean patronymic =
                behind - at > 1
                        && (last.endsWith("вич") || last.endsWith("вна") || last.endsWith("ична"));
        return greeted || patronymic && endsClause(behind) ? behindMarks(behind) : at;
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
        to = beforeSmile();
    }

    /** Who asks and smiles asks: «Почините фонарь)». */
    private int beforeSmile() {
        int end = to;
        while (end > from
                && tokens.type(end - 1) == TokenType.EMOJI
                && SMILES.contains(tokens.word(end - 1))) {
            end--;
        }
        return end < to && asks(end) ? end : to;
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
        if (tokens.type(end - 1) == TokenType.LINK || tokens.type(end - 1) == TokenType.HASHTAG) {
            return end - 1;
        }
        int signature = beforeSignature(end);
        if (signature < end) {
            return signature;
        }
        int wish = beforeWish(end);
        return wish < end ? wish : beforeThanks(end);
    }

    /** «Всем добра», «Хорошего дня», «Надеюсь на понимание», each a sentence of its own. */
    private int beforeWish(int end) {
        int at = end - 1;
        while (at > from && end - at < MOST_WORDS_OF_A_WISH && !beginsSentence(at)) {
            at--;
        }
        if (at <= from || !beginsSentence(at)) {
            return end;
        }
        boolean all = isWord(at, "всем");
        int first = all ? at + 1 : at;
        boolean wish =
                isWordOf(WISHED, first) && (all || end - first > 1)
                        || isWordOf(HOPING, at) && isWord(at + 1, "на") && isWordOf(HOPED, end - 1);
        return wish ? at : end;
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
            if (isRespect(i - 2)) {
                return i - 2;
            }
        }
        for (int i = end - 1; i >= from && end - i <= MOST_WORDS_OF_A_NAME + 2; i--) {
            if (isRespect(i)) {
                return i;
            }
            if (tokens.type(i) != TokenType.WORD || PLACES.contains(tokens.word(i))) {
                break;
            }
        }
        return end;
    }

    /** «С уважением», «с ув.» */
    private boolean isRespect(int at) {
        return at >= from
                && isWord(at, "с")
                && (isWord(at + 1, "уважением") || isWord(at + 1, "ув"));
    }

    private int beforeThanks(int end) {
        boolean thanks = false;
        boolean ahead = false;
        // Who praises says «спасибо»; «благодарю» closes a letter.
        boolean formal = isWord(end - 1, "благодарю") || isWord(end - 1, "благодарим");
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
        boolean frame =
                thanks && (ahead || at > from && beginsSentence(at) && (formal || asks(at)));
        return frame ? at : to;
    }

    /** Behind a mark, or with a capital where people leave the full stop out. */
    private boolean beginsSentence(int token) {
        return beginsClause(token) || tokens.capitalised(token) && !tokens.shouted();
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
