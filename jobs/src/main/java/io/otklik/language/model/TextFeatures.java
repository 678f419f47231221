package io.otklik.language.model;

import io.otklik.language.ReadText;
import io.otklik.language.rules.RuleBook;
import io.otklik.language.text.TokenType;
import io.otklik.language.text.Tokens;

/**
 * What a text shows by itself, as features. Each family has the same length (in the Euclidean
 * sense) whatever the text's, but for signs and rules, which count the same in any text.
 */
public final class TextFeatures {

    private static final int SHORTEST_LETTERS = 3;
    private static final int LONGEST_LETTERS = 5;
    private static final float WORD_LENGTH = 2;
    private static final float LETTERS_LENGTH = 1.5f;

    /**
     * What a word counts once more as said to the one mentioned, beside what it counts anywhere.
     */
    private static final float SPOKEN = 0.7f;

    private static final float FLAG = 0.5f;
    private static final int EDGE = 0x5f;
    private static final int STEP = 31;
    private static final int TEXT_BEGINS = 1;
    private static final int TEXT_ENDS = 2;
    private static final int A_NUMBER = 3;

    /** Longer texts say what they are in their beginning; a bound keeps a hostile one cheap. */
    private static final int MOST_TOKENS = 400;

    private TextFeatures() {}

    /** Features of a message as such. */
    public static void ofMessage(ReadText read, RuleBook book, FeatureSink sink) {
        ofMessageWithoutLetters(read, book, sink);
        Tokens tokens = read.tokens();
        float scale = lettersScale(tokens);
        for (int i = 0; i < size(tokens); i++) {
            if (tokens.type(i) == TokenType.WORD) {
                letters(tokens.word(i), scale, i, sink);
            }
        }
    }

    /** The same but for the letters, which a model may sum by words. */
    static void ofMessageWithoutLetters(ReadText read, RuleBook book, FeatureSink sink) {
        Tokens tokens = read.tokens();
        int size = size(tokens);
        int from = afterMention(tokens);
        words(tokens, from, size, sink);
        shape(tokens, from, size, sink);
        signs(read, sink);
        rules(read.rules(), book, sink);
    }

    /** Number of tokens that are looked at. */
    static int size(Tokens tokens) {
        return Math.min(tokens.size(), MOST_TOKENS);
    }

    /**
     * Features of a text that stands above the message: the post, or the comment it answers. Its
     * words are left out: they are the subjects of one wall and mislead on another.
     */
    public static void ofTextAbove(ReadText read, RuleBook book, FeatureSink sink) {
        signs(read, sink);
        rules(read.rules(), book, sink);
    }

    /** A mention that opens the text tells whom it addresses, not what it says. */
    private static int afterMention(Tokens tokens) {
        boolean mention =
                tokens.size() > 0
                        && (tokens.type(0) == TokenType.PERSON || tokens.type(0) == TokenType.PAGE);
        return mention ? 1 : 0;
    }

    private static void words(Tokens tokens, int from, int size, FeatureSink sink) {
        float scale = scale(WORD_LENGTH, countWords(tokens, size));
        float pairScale = scale(WORD_LENGTH, size - from + 1);
        int previous = TEXT_BEGINS;
        for (int i = from; i < size; i++) {
            boolean number = tokens.type(i) == TokenType.NUMBER;
            int stem = number ? A_NUMBER : tokens.stem(i).hashCode();
            if (isWord(tokens, i)) {
                add(sink, FeatureType.STEM, stem, scale, i);
                if (from > 0) {
                    int spoken = stem * STEP + tokens.type(0).ordinal();
                    add(sink, FeatureType.SPOKEN, spoken, SPOKEN * scale, i);
                }
            }
            add(sink, FeatureType.PAIR, previous * STEP + stem, pairScale, i);
            previous = stem;
        }
        add(sink, FeatureType.PAIR, previous * STEP + TEXT_ENDS, pairScale, size - 1);
    }

    /** Value of each letter group. */
    static float lettersScale(Tokens tokens) {
        int groups = 0;
        for (int i = 0; i < size(tokens); i++) {
            if (tokens.type(i) == TokenType.WORD) {
                groups += 3 * tokens.word(i).length();
            }
        }
        return scale(LETTERS_LENGTH, groups);
    }

    /** Letter groups of a word with its edges: robust to typos, and they show the endings. */
    static void letters(String word, float scale, int token, FeatureSink sink) {
        int length = word.length();
        for (int begin = -1; begin < length; begin++) {
            int hash = 17;
            for (int n = 1; n <= LONGEST_LETTERS && begin + n <= length + 1; n++) {
                int at = begin + n - 1;
                hash = hash * STEP + (at < 0 || at == length ? EDGE : word.charAt(at));
                if (n >= SHORTEST_LETTERS) {
                    add(sink, FeatureType.LETTERS, hash, scale, token);
                }
            }
        }
    }

    /** How the text begins and ends, and how each question in it begins. */
    private static void shape(Tokens tokens, int from, int size, FeatureSink sink) {
        int first = -1;
        int last = -1;
        int sentence = -1;
        for (int i = from; i < size; i++) {
            if (tokens.type(i) == TokenType.WORD) {
                first = first < 0 ? i : first;
                last = i;
                sentence = sentence < 0 ? i : sentence;
            } else if (tokens.type(i) == TokenType.MARK) {
                if (sentence >= 0 && tokens.word(i).equals("?")) {
                    flag(sink, "asks:", tokens.stem(sentence), sentence);
                    flag(sink, "asks", size(i - sentence), -1);
                }
                sentence = -1;
            } else if (tokens.type(i) == TokenType.EMOJI) {
                flag(sink, "emoji", tokens.stem(i), i);
            }
        }
        if (first >= 0) {
            flag(sink, "first:", tokens.stem(first), first);
            flag(sink, "last:", tokens.stem(last), last);
            flag(sink, "capital", tokens.capitalised(first) ? 1 : 0, -1);
        }
        if (size > 0 && tokens.type(size - 1) != TokenType.WORD) {
            flag(sink, "end:", tokens.word(size - 1), -1);
        }
    }

    private static void signs(ReadText read, FeatureSink sink) {
        for (int rest = read.signs(); rest != 0; rest &= rest - 1) {
            flag(sink, "sign", Integer.numberOfTrailingZeros(rest), -1);
        }
        flag(sink, "words", size(read.words()), -1);
    }

    private static void rules(long rules, RuleBook book, FeatureSink sink) {
        for (long rest = rules; rest != 0; rest &= rest - 1) {
            int hash = book.idHash(Long.numberOfTrailingZeros(rest));
            add(sink, FeatureType.RULE, hash, FLAG, -1);
        }
    }

    /** Length by powers: 0, 1, 2, 3–4, 5–8, 9–16, … */
    static int size(int words) {
        return words <= 1 ? words : 33 - Integer.numberOfLeadingZeros(words - 1);
    }

    private static void flag(FeatureSink sink, String name, String word, int token) {
        add(sink, FeatureType.SIGN, name.hashCode() * STEP + word.hashCode(), FLAG, token);
    }

    private static void flag(FeatureSink sink, String name, int value, int token) {
        add(sink, FeatureType.SIGN, name.hashCode() * STEP + value, FLAG, token);
    }

    private static void add(FeatureSink sink, FeatureType type, int hash, float value, int token) {
        sink.add(type, type.spread(hash), value, token);
    }

    private static boolean isWord(Tokens tokens, int token) {
        return tokens.type(token) == TokenType.WORD || tokens.type(token) == TokenType.HASHTAG;
    }

    private static int countWords(Tokens tokens, int size) {
        int count = 0;
        for (int i = 0; i < size; i++) {
            count += isWord(tokens, i) ? 1 : 0;
        }
        return count;
    }

    private static float scale(float length, int count) {
        return (float) (length / Math.sqrt(Math.max(1, count)));
    }
}
