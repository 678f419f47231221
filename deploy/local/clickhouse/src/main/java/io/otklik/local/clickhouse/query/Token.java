package io.otklik.local.clickhouse.query;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A piece of SQL text.
 *
 * @param text upper-case text of a word; the text as it stands of anything else; empty at the end
 * @param start offset of the first byte
 * @param end offset after the last byte
 */
record Token(Kind kind, String text, int start, int end) {

    enum Kind {
        WORD,
        /** A name in back quotes or double quotes. */
        QUOTED_NAME,
        /** A string literal or a here-document. */
        STRING,
        NUMBER,
        PUNCTUATION,
        END
    }

    static Token of(Kind kind, byte[] sql, int start, int end) {
        String text = new String(sql, start, end - start, StandardCharsets.UTF_8);
        return new Token(
                kind, kind == Kind.WORD ? text.toUpperCase(Locale.ROOT) : text, start, end);
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    boolean is(char punctuation) {
        return kind == Kind.PUNCTUATION && text.charAt(0) == punctuation;
    }

    boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED_NAME;
    }

    /** The name as it is written, without quotes. */
    String name(byte[] sql) {
        String written = new String(sql, start, end - start, StandardCharsets.UTF_8);
        return kind == Kind.QUOTED_NAME ? written.substring(1, written.length() - 1) : written;
    }

    boolean isEnd() {
        return kind == Kind.END;
    }
}
