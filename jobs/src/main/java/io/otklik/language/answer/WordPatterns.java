package io.otklik.language.answer;

import io.otklik.language.text.Letters;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Regular expressions that match from the beginning of a word on. Each is tried only at words whose
 * first three characters can begin a match, so that dozens of them cost little more than one.
 *
 * <p>In the expressions {@code \b} is a border of Cyrillic words, too, on every version of Java.
 */
final class WordPatterns {

    private static final String ALPHABET =
            " абвгдежзийклмнопрстуфхцчшщъыьэюя0123456789#-–.,/+(<@№[~h?ivwt«";
    private static final String LOOKS_BACK = "(?<=";
    private static final int SIZE = ALPHABET.length() + 1;

    /** A pattern with more starts of two characters begins with nearly anything. */
    private static final int MOST_STARTS = SIZE * 8;

    private static final int[] PLACES = new int[0x2200];

    static {
        for (int i = 0; i < ALPHABET.length(); i++) {
            PLACES[ALPHABET.charAt(i)] = i + 1;
        }
    }

    private final Pattern[] patterns;

    /** Of each thread: making a matcher costs as much as many a look through a text. */
    private final ThreadLocal<Matcher[]> matchers;

    /** Bits of the patterns that may begin with two characters; other characters are one more. */
    private final long[] byStart = new long[SIZE * SIZE];

    /** The same for the second and the third character, whatever the first. */
    private final long[] byNext = new long[SIZE * SIZE];

    /**
     * Compiles the expressions.
     *
     * @param expressions at most 64; none escapes a parenthesis inside of what looks back
     */
    WordPatterns(List<String> expressions) {
        if (expressions.size() > Long.SIZE) {
            throw new IllegalArgumentException("more than 64 expressions");
        }
        patterns = new Pattern[expressions.size()];
        matchers = ThreadLocal.withInitial(() -> new Matcher[patterns.length]);
        for (int i = 0; i < patterns.length; i++) {
            patterns[i] = compile(expressions.get(i));
            noteStarts(i, compile(withoutLookingBack(expressions.get(i))));
        }
    }

    WordPatterns(String... expressions) {
        this(Arrays.asList(expressions));
    }

    /** Compiles one expression with word borders that know Cyrillic letters. */
    static Pattern compile(String expression) {
        StringBuilder bordered = new StringBuilder(expression.length() + 64);
        int from = 0;
        for (int at = expression.indexOf("\\b"); at >= 0; at = expression.indexOf("\\b", from)) {
            String before = expression.substring(0, at);
            boolean begins = before.matches("(?s)|.*(?:[(|:=]|(?<!\\\\)\\.\\{\\d+,\\d+})");
            bordered.append(expression, from, at)
                    .append(begins ? "(?<![\\p{L}\\d])" : "(?![\\p{L}\\d])");
            from = at + 2;
        }
        return Pattern.compile(bordered.append(expression.substring(from)).toString());
    }

    /** Bits of the patterns that match somewhere in a text in lower case. */
    long find(CharSequence text) {
        long found = 0;
        Matcher[] matchers = new Matcher[patterns.length];
        for (int start = nextStart(text, -1); start >= 0; start = nextStart(text, start)) {
            for (long may = mayStart(text, start) & ~found; may != 0; may &= may - 1) {
                int i = Long.numberOfTrailingZeros(may);
                if (matches(matchers, i, text, start)) {
                    found |= 1L << i;
                }
            }
        }
        return found;
    }

    boolean matchesAny(CharSequence text) {
        return find(text) != 0;
    }

    /** Bits of the patterns that are worth trying at a word. */
    long mayStart(CharSequence text, int start) {
        int first = place(text, start);
        int second = place(text, start + 1);
        long may = byStart[first * SIZE + second];
        if (may == 0 || first == 0 || second == 0 || start + 2 >= text.length()) {
            return may;
        }
        int third = place(text, start + 2);
        return third == 0 ? may : may & byNext[second * SIZE + third];
    }

    /** The words of a text at which some pattern is worth trying, in their order. */
    List<Start> starts(CharSequence text) {
        List<Start> starts = new ArrayList<>();
        for (int at = nextStart(text, -1); at >= 0; at = nextStart(text, at)) {
            long may = mayStart(text, at);
            if (may != 0) {
                starts.add(new Start(at, may));
            }
        }
        return starts;
    }

    /** Bits of the patterns that are worth trying somewhere. */
    static long mayMatch(List<Start> starts) {
        long may = 0;
        for (Start start : starts) {
            may |= start.patterns;
        }
        return may;
    }

    /**
     * A matcher of a pattern that looks beyond the region it is given; until the thread asks for
     * one of the same pattern again.
     */
    Matcher matcher(int pattern, CharSequence text) {
        Matcher[] mine = matchers.get();
        if (mine[pattern] == null) {
            mine[pattern] =
                    patterns[pattern]
                            .matcher(text)
                            .useTransparentBounds(true)
                            .useAnchoringBounds(false);
        }
        return mine[pattern].reset(text);
    }

    int count() {
        return patterns.length;
    }

    /** Where the next word, number or mark begins after a position; -1 if none. */
    static int nextStart(CharSequence text, int after) {
        boolean inWord = after >= 0 && Letters.isWordPart(text.charAt(after));
        for (int i = after + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean word = Letters.isWordPart(c);
            if (word ? !inWord : !Character.isWhitespace(c)) {
                return i;
            }
            inWord = word;
        }
        return -1;
    }

    private boolean matches(Matcher[] matchers, int i, CharSequence text, int start) {
        if (matchers[i] == null) {
            matchers[i] = matcher(i, text);
        }
        return matchers[i].region(start, text.length()).lookingAt();
    }

    /**
     * Asks the pattern itself: what could still become a match hits the end of two characters. One
     * that does not even hit the end of the first is not asked about the second, nor one that
     * begins with nearly anything about the third.
     *
     * @param ahead the pattern without what it wants to see before the match
     */
    private void noteStarts(int pattern, Pattern ahead) {
        Matcher matcher = ahead.matcher("");
        List<String> starts = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) {
            boolean may = i == 0 || mayMatch(matcher, ALPHABET.substring(i - 1, i));
            for (int j = 0; may && j < SIZE; j++) {
                if (i == 0 || j == 0) {
                    byStart[i * SIZE + j] |= 1L << pattern;
                    continue;
                }
                String start = "" + ALPHABET.charAt(i - 1) + ALPHABET.charAt(j - 1);
                if (mayMatch(matcher, start)) {
                    byStart[i * SIZE + j] |= 1L << pattern;
                    starts.add(start);
                }
            }
        }
        boolean anything = starts.size() > MOST_STARTS;
        for (int j = 1; anything && j < SIZE; j++) {
            for (int k = 1; k < SIZE; k++) {
                byNext[j * SIZE + k] |= 1L << pattern;
            }
        }
        for (int s = 0; !anything && s < starts.size(); s++) {
            noteNext(pattern, matcher, starts.get(s));
        }
    }

    private void noteNext(int pattern, Matcher matcher, String start) {
        int second = place(start, 1);
        for (int k = 1; k < SIZE; k++) {
            if (mayMatch(matcher, start + ALPHABET.charAt(k - 1))) {
                byNext[second * SIZE + k] |= 1L << pattern;
            }
        }
    }

    private static boolean mayMatch(Matcher matcher, String start) {
        return matcher.reset(start).lookingAt() || matcher.hitEnd();
    }

    /** Leaves out every {@code (?<=…)}: matches of the rest begin at no fewer places. */
    private static String withoutLookingBack(String expression) {
        StringBuilder rest = new StringBuilder(expression);
        for (int at = rest.indexOf(LOOKS_BACK); at >= 0; at = rest.indexOf(LOOKS_BACK)) {
            int depth = 1;
            int end = at + LOOKS_BACK.length();
            while (depth > 0) {
                char c = rest.charAt(end++);
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            }
            rest.delete(at, end);
        }
        return rest.toString();
    }

    /** Where a match may begin, and the bits of the patterns that may match there. */
    record Start(int at, long patterns) {

        boolean mayBe(int pattern) {
            return (patterns >>> pattern & 1) != 0;
        }
    }

    private static int place(CharSequence text, int at) {
        char c = at < text.length() ? text.charAt(at) : ' ';
        return c < PLACES.length ? PLACES[c == '\n' || c == '\t' || c == '\r' ? ' ' : c] : 0;
    }
}
