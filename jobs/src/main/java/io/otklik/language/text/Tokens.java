package io.otklik.language.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The tokens of one text, in order. A token is named by its number, 0 to {@link #size()} − 1.
 * Immutable once made by {@link Tokenizer}.
 */
public final class Tokens {

    private static final TokenType[] TYPES = TokenType.values();

    private final String text;
    private int size;
    private String[] words;
    private String[] stems;
    private int[] begins;
    private int[] ends;
    private byte[] types;
    private boolean[] capitals;
    private int letters;
    private int capitalLetters;

    /** Made when first asked for. */
    private List<String> plainWords;

    Tokens(String text) {
        this.text = text;
        int room = 8 + text.length() / 6;
        words = new String[room];
        stems = new String[room];
        begins = new int[room];
        ends = new int[room];
        types = new byte[room];
        capitals = new boolean[room];
    }

    void add(TokenType type, String word, String stem, int begin, int end, boolean capital) {
        if (size == words.length) {
            int room = size * 2;
            words = Arrays.copyOf(words, room);
            stems = Arrays.copyOf(stems, room);
            begins = Arrays.copyOf(begins, room);
            ends = Arrays.copyOf(ends, room);
            types = Arrays.copyOf(types, room);
            capitals = Arrays.copyOf(capitals, room);
        }
        words[size] = word;
        stems[size] = stem;
        begins[size] = begin;
        ends[size] = end;
        types[size] = (byte) type.ordinal();
        capitals[size] = capital;
        size++;
    }

    void countLetters(int all, int capital) {
        letters += all;
        capitalLetters += capital;
    }

    /** The text as it was written. */
    public String text() {
        return text;
    }

    public int size() {
        return size;
    }

    public TokenType type(int token) {
        return TYPES[types[token]];
    }

    /** In lower case, {@code ё} as {@code е}, look-alike letters mended, repetitions shortened. */
    public String word(int token) {
        return words[token];
    }

    /** The stem of a word; of other tokens the same as {@link #word}. */
    public String stem(int token) {
        return stems[token];
    }

    /** Where the token begins in {@link #text()}. */
    public int begin(int token) {
        return begins[token];
    }

    /** Where the token ends in {@link #text()}, exclusive. */
    public int end(int token) {
        return ends[token];
    }

    /** Whether one of those characters stands between a token and the next, or the text's end. */
    public boolean hasBehind(int token, String characters) {
        int to = token + 1 < size() ? begin(token + 1) : text().length();
        for (int i = end(token); i < to; i++) {
            if (characters.indexOf(text().charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether the word was written with a capital first letter. */
    public boolean capitalised(int token) {
        return capitals[token];
    }

    /** Number of words and numbers. */
    public int wordCount() {
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (types[i] <= TokenType.NUMBER.ordinal()) {
                count++;
            }
        }
        return count;
    }

    /** Whether most letters are capitals, in a text long enough to tell. */
    public boolean shouted() {
        return letters >= 8 && capitalLetters * 10 > letters * 7;
    }

    /** Whether the token is one of {@link #plainWords}. */
    public boolean isPlainWord(int token) {
        return types[token] <= TokenType.NUMBER.ordinal()
                || types[token] == TokenType.HASHTAG.ordinal();
    }

    /** The words, numbers and tags in order, for what matches phrases. */
    public List<String> plainWords() {
        if (plainWords == null) {
            List<String> plain = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                if (isPlainWord(i)) {
                    plain.add(words[i]);
                }
            }
            plainWords = Collections.unmodifiableList(plain);
        }
        return plainWords;
    }
}
