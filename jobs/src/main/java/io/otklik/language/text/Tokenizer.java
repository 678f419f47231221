package io.otklik.language.text;

import java.util.List;

/**
 * Splits Russian texts of social networks into tokens, in one pass.
 *
 * <ul>
 *   <li>VK's {@code [id1|Имя]} and {@code [club1|Название]}, in apps {@code @id1 (Имя)} and {@code
 *       *club1 (Название)}, are a person and a page; of {@code [https://…|слова]} the words stay.
 *       Any other {@code @name} is a page if the name says so ({@code @admin_gorod}), else a
 *       person.
 *   <li>A word has Russian letters where it shows Latin letters or digits drawn alike
 *       («oтключили»), is joined where it was spelled out («в.о.д.а», «м у с о р»), and loses the
 *       third and further of equal letters in a row («оооочень»).
 *   <li>Emoji, and brackets used as smileys, become what they mean.
 *   <li>What cannot be seen (joiners, accents, soft hyphens) does not count.
 * </ul>
 *
 * <p>Keeps buffers and remembered stems: not for several threads.
 */
public final class Tokenizer {

    private static final int SPELLED_BY_MARKS = 3;
    private static final int SPELLED_BY_SPACES = 4;
    private static final int LONGEST_WORD = 64;
    private static final int LONGEST_MASK = 16;
    private static final int LONGEST_BRACKETS = 200;
    private static final int NOT_LOOKED_FOR = -2;

    /** Letters that are words by themselves: four in a row may be four words («а я и в»). */
    private static final String ONE_LETTER_WORDS = "авикосуяюэжб";

    private static final List<String> TARGETS = List.of("id", "club", "public", "event");

    /** What the names of official pages hold. */
    private static final List<String> NAMES_OF_PAGES =
            List.of(
                    "club",
                    "public",
                    "event",
                    "admin",
                    "adm_",
                    "gorod",
                    "rayon",
                    "raion",
                    "okrug",
                    "oblast",
                    "uprava",
                    "official",
                    "news");

    private final Stemmer stemmer = new Stemmer();
    private final char[] word = new char[LONGEST_WORD];

    private String text;
    private Tokens out;

    /** Up to here letters that stand apart are words: found out once, not from each of them. */
    private int wordsApartUntil;

    /** The next of their kind, {@link #NOT_LOOKED_FOR}, or −1 if there is none. */
    private int nextBar;

    private int nextClose;

    /** The tokens of a text; every text has an answer, an empty one no tokens. */
    public Tokens read(String text) {
        this.text = text;
        this.out = new Tokens(text);
        this.wordsApartUntil = 0;
        this.nextBar = NOT_LOOKED_FOR;
        this.nextClose = NOT_LOOKED_FOR;
        int at = 0;
        while (at < text.length()) {
            at = readToken(at);
        }
        Tokens read = out;
        this.out = null;
        this.text = null;
        return read;
    }

    /** The stem that a word has in {@link Tokens}. */
    public String stem(String plainWord) {
        return stemmer.stem(plainWord);
    }

    /** Reads what stands at {@code at} and returns where the next begins. */
    private int readToken(int at) {
        char c = text.charAt(at);
        if (Letters.isLetter(c)) {
            int end = link(at);
            return end > at ? add(TokenType.LINK, ":link", at, end) : letters(at);
        }
        if (c >= '0' && c <= '9') {
            return number(at);
        }
        return switch (c) {
            case '[' -> mention(at);
            case '#' -> hashtag(at);
            case '@' -> isWordAt(at + 1) ? named(at) : at + 1;
            case '*' -> isTarget(at + 1) ? named(at) : at + 1;
            case '<' -> masked(at);
            case '?', '!', '…' -> marks(at);
            case '.' -> text.startsWith("..", at) ? marks(at) : at + 1;
            case ')', '(' -> brackets(at);
            case '+' -> plus(at);
            default -> c < 0x203C ? at + 1 : emoji(at);
        };
    }

    private int add(TokenType type, String word, int begin, int end) {
        out.add(type, word, word, begin, end, false);
        return end;
    }

    /** A word, or letters spelled out one by one. */
    private int letters(int begin) {
        int spelled = spelledEnd(begin);
        int end = spelled > begin ? spelled : wordEnd(begin);
        int length = 0;
        int capitals = 0;
        int seen = 0;
        boolean russian = false;
        for (int i = begin; i < end; i++) {
            char c = text.charAt(i);
            if (!Letters.isWordPart(c) && (c != '-' || spelled > begin)) {
                if (c == '\u0306' && length > 0 && word[length - 1] == 'и') {
                    word[length - 1] = 'й';
                }
                continue;
            }
            char plain = Letters.plain(c);
            seen++;
            capitals += c != plain && Character.isUpperCase(c) ? 1 : 0;
            russian |= Letters.isRussian(plain);
            boolean third =
                    length >= 2
                            && word[length - 1] == plain
                            && word[length - 2] == plain
                            && !Character.isDigit(plain);
            if (third) {
                continue;
            }
            if (length < LONGEST_WORD) {
                word[length++] = plain;
            }
        }
        out.countLetters(seen, capitals);
        if (russian) {
            mendLookAlikes(length);
        }
        String plain = stemmer.word(word, length);
        boolean capital = Character.isUpperCase(text.charAt(begin));
        out.add(TokenType.WORD, plain, russian ? stemmer.stem(plain) : plain, begin, end, capital);
        return end;
    }

    private void mendLookAlikes(int length) {
        for (int i = 0; i < length; i++) {
            char alike = Letters.lookAlike(word[i]);
            if (alike == 0 || word[i] >= '0' && word[i] <= '9' && !isInsideLetters(i, length)) {
                continue;
            }
            word[i] = alike;
        }
    }

    /** A digit stands for a letter only between letters: «в0да», not «д4» or «кв-4». */
    private boolean isInsideLetters(int at, int length) {
        return at > 0
                && at + 1 < length
                && Letters.isLetter(word[at - 1])
                && Letters.isLetter(word[at + 1]);
    }

    private int wordEnd(int begin) {
        int end = begin;
        while (end < text.length()) {
            char c = text.charAt(end);
            boolean inner = Letters.isWordPart(c) || Letters.isInvisible(c);
            boolean hyphen = c == '-' && isLetterAt(end + 1);
            boolean starred = c == '*' && isLetterAt(end + 1);
            if (!inner && !hyphen && !starred) {
                break;
            }
            end++;
        }
        return end;
    }

    /**
     * End of letters each standing alone between the same marks, or {@code begin} if they do not.
     */
    private int spelledEnd(int begin) {
        if (begin < wordsApartUntil
                || begin + 4 >= text.length()
                || begin > 0 && Letters.isWordPart(text.charAt(begin - 1))) {
            return begin;
        }
        char mark = text.charAt(begin + 1);
        if (mark != '.' && mark != '_' && mark != '*' && mark != ' ' && mark != '-') {
            return begin;
        }
        int letters = 1;
        int end = begin + 1;
        while (end + 1 < text.length()
                && text.charAt(end) == mark
                && Letters.isLetter(text.charAt(end + 1))
                && !isWordAt(end + 2)) {
            letters++;
            end += 2;
        }
        int least = mark == ' ' ? SPELLED_BY_SPACES : SPELLED_BY_MARKS;
        if (letters < least) {
            return begin;
        }
        if (mark != ' ' || isNoWords(begin, end)) {
            return end;
        }
        wordsApartUntil = nextCapital(begin, end);
        return begin;
    }

    private int nextCapital(int begin, int end) {
        int at = begin;
        while (at < end && !Character.isUpperCase(text.charAt(at))) {
            at += 2;
        }
        return at;
    }

    /** Whether letters apart, by spaces, are one word: capitals, or some letter that is none. */
    private boolean isNoWords(int begin, int end) {
        if (Character.isUpperCase(text.charAt(begin))) {
            return true;
        }
        for (int i = begin; i < end; i += 2) {
            if (ONE_LETTER_WORDS.indexOf(Letters.plain(text.charAt(i))) < 0) {
                return true;
            }
        }
        return false;
    }

    private int number(int begin) {
        int end = begin;
        boolean letters = false;
        while (end < text.length() && Letters.isWordPart(text.charAt(end))) {
            letters |= Letters.isLetter(text.charAt(end));
            end++;
        }
        String number = text.substring(begin, end);
        if (letters) {
            number = plain(number);
        }
        out.add(TokenType.NUMBER, number, number, begin, end, false);
        return end;
    }

    private static String plain(String written) {
        StringBuilder plain = new StringBuilder(written.length());
        for (int i = 0; i < written.length(); i++) {
            plain.append(Letters.plain(written.charAt(i)));
        }
        return plain.toString();
    }

    /** VK's {@code [target|words]}; any other bracket is skipped. */
    private int mention(int begin) {
        nextBar = next('|', nextBar, begin);
        nextClose = next(']', nextClose, begin);
        int bar = nextBar;
        int close = nextClose;
        if (bar < 0
                || close < bar
                || text.indexOf('[', begin + 1) >= 0 && text.indexOf('[', begin + 1) < bar) {
            return begin + 1;
        }
        if (text.startsWith("id", begin + 1)) {
            return add(TokenType.PERSON, ":person", begin, close + 1);
        }
        if (text.startsWith("club", begin + 1)
                || text.startsWith("public", begin + 1)
                || text.startsWith("event", begin + 1)) {
            return add(TokenType.PAGE, ":page", begin, close + 1);
        }
        return bar + 1;
    }

    /** The first at or behind a place, if {@code known} was that of a place before. */
    private int next(char mark, int known, int from) {
        return known == -1 || known >= from ? known : text.indexOf(mark, from);
    }

    /** {@code @name}, and {@code @id1 (Имя)} with the name behind it. */
    private int named(int begin) {
        int end = nameEnd(begin);
        String name = plain(text.substring(begin + 1, end));
        boolean page = !name.startsWith("id") && NAMES_OF_PAGES.stream().anyMatch(name::contains);
        if (isTarget(begin + 1) && text.startsWith(" (", end)) {
            int close = text.indexOf(')', end);
            end = close > 0 && close - end <= LONGEST_WORD ? close + 1 : end;
        }
        return page
                ? add(TokenType.PAGE, ":page", begin, end)
                : add(TokenType.PERSON, ":person", begin, end);
    }

    /** Whether VK's id of a person or page stands here. */
    private boolean isTarget(int at) {
        for (String kind : TARGETS) {
            int digits = at + kind.length();
            if (text.startsWith(kind, at)
                    && digits < text.length()
                    && Character.isDigit(text.charAt(digits))) {
                return true;
            }
        }
        return false;
    }

    private int hashtag(int begin) {
        if (!isWordAt(begin + 1)) {
            return begin + 1;
        }
        int end = begin + 1;
        while (end < text.length()
                && (Letters.isWordPart(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        String tag = plain(text.substring(begin + 1, end));
        int after = end < text.length() && text.charAt(end) == '@' ? nameEnd(end) : end;
        out.add(TokenType.HASHTAG, tag, tag, begin, after, false);
        return after;
    }

    private int nameEnd(int at) {
        int end = at + 1;
        while (end < text.length()
                && (Letters.isWordPart(text.charAt(end))
                        || text.charAt(end) == '_'
                        || text.charAt(end) == '.' && isWordAt(end + 1))) {
            end++;
        }
        return end;
    }

    private int masked(int begin) {
        int last = Math.min(text.length() - 1, begin + LONGEST_MASK);
        for (int close = begin + 1; close <= last; close++) {
            if (text.charAt(close) == '>') {
                return add(TokenType.MASKED, text.substring(begin, close + 1), begin, close + 1);
            }
        }
        return begin + 1;
    }

    private int marks(int begin) {
        char mark = text.charAt(begin);
        int end = begin;
        boolean question = false;
        boolean shout = false;
        while (end < text.length()) {
            char c = text.charAt(end);
            if (c != '?' && c != '!' && c != '.' && c != '…') {
                break;
            }
            question |= c == '?';
            shout |= c == '!';
            end++;
        }
        String kind = question ? "?" : shout ? "!" : "…";
        if (mark == '!' && !question && end - begin >= 3) {
            kind = "!!!";
        }
        return add(TokenType.MARK, kind, begin, end);
    }

    /** «)))» and «(((» without a partner are smileys; a single one after a letter too. */
    private int brackets(int begin) {
        char c = text.charAt(begin);
        int end = begin;
        while (end < text.length() && text.charAt(end) == c) {
            end++;
        }
        boolean smiley = end - begin >= 2;
        if (!smiley && c == ')') {
            smiley = !opensBefore(begin);
        }
        if (!smiley) {
            return end;
        }
        return add(TokenType.EMOJI, c == ')' ? Emoji.JOY : Emoji.SADNESS, begin, end);
    }

    private boolean opensBefore(int closing) {
        int first = Math.max(0, closing - LONGEST_BRACKETS);
        int at = closing;
        while (at >= first && text.charAt(at) != '(') {
            at--;
        }
        return at >= first;
    }

    /** «+» and «+1» alone: a booking, or «me too». */
    private int plus(int begin) {
        return add(TokenType.WORD, "+", begin, begin + 1);
    }

    private int emoji(int begin) {
        int code = text.codePointAt(begin);
        int end = begin + Character.charCount(code);
        String meaning = Emoji.meaning(code);
        if (meaning == null || Emoji.isModifier(code)) {
            return end;
        }
        boolean repeats =
                out.size() > 0
                        && out.type(out.size() - 1) == TokenType.EMOJI
                        && out.word(out.size() - 1).equals(meaning);
        return repeats ? end : add(TokenType.EMOJI, meaning, begin, end);
    }

    /** End of a link that begins at {@code at}, or {@code at}. */
    private int link(int at) {
        char c = text.charAt(at);
        if (c > 'z') {
            return at;
        }
        boolean scheme =
                text.startsWith("http://", at)
                        || text.startsWith("https://", at)
                        || text.startsWith("www.", at)
                        || text.startsWith("vk.com/", at)
                        || text.startsWith("t.me/", at);
        if (scheme) {
            return spaceAfter(at);
        }
        return isDomain(at) ? spaceAfter(at) : at;
    }

    /** {@code name.ru}, {@code name.com/…}: Latin letters up to a well-known top domain. */
    private boolean isDomain(int at) {
        int i = at;
        while (i < text.length()) {
            char c = text.charAt(i);
            boolean name = c < 128 && (Letters.isWordPart(c) || c == '-' || c == '.');
            if (!name) {
                break;
            }
            i++;
        }
        String name = text.substring(at, i);
        int dot = name.lastIndexOf('.');
        if (dot <= 0) {
            return false;
        }
        String top = name.substring(dot + 1);
        return top.equals("ru") || top.equals("com") || top.equals("org") || top.equals("net");
    }

    private int spaceAfter(int at) {
        int end = at;
        while (end < text.length() && text.charAt(end) > ' ' && text.charAt(end) != ']') {
            end++;
        }
        return end;
    }

    private boolean isWordAt(int at) {
        return at < text.length() && Letters.isWordPart(text.charAt(at));
    }

    private boolean isLetterAt(int at) {
        return at < text.length() && Letters.isLetter(text.charAt(at));
    }
}
