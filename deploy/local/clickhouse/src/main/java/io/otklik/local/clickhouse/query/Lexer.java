package io.otklik.local.clickhouse.query;

import java.util.Arrays;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Cuts ClickHouse SQL into tokens, passing over blanks and comments. It reads no further than
 * asked, for the data of an INSERT follows its text and is no SQL.
 */
final class Lexer {

    private final byte[] sql;
    private int at;

    Lexer(byte[] sql) {
        this.sql = sql;
    }

    Token next() {
        skipBlanks();
        if (at >= sql.length) {
            return Token.of(Token.Kind.END, sql, sql.length, sql.length);
        }
        int start = at;
        byte first = sql[at];
        if (first == '\'') {
            at = afterQuote('\'');
            return Token.of(Token.Kind.STRING, sql, start, at);
        }
        if (first == '`' || first == '"') {
            at = afterQuote(first);
            return Token.of(Token.Kind.QUOTED_NAME, sql, start, at);
        }
        if (first == '$' && skipHereDocument()) {
            return Token.of(Token.Kind.STRING, sql, start, at);
        }
        if (isWordPart(first)) {
            boolean number = first >= '0' && first <= '9';
            while (at < sql.length && (isWordPart(sql[at]) || number && sql[at] == '.')) {
                at++;
            }
            return Token.of(number ? Token.Kind.NUMBER : Token.Kind.WORD, sql, start, at);
        }
        at++;
        return Token.of(Token.Kind.PUNCTUATION, sql, start, at);
    }

    private void skipBlanks() {
        while (at < sql.length) {
            if (sql[at] == ' ' || sql[at] >= '\t' && sql[at] <= '\r') {
                at++;
            } else if (startsWith("--") || startsWith("#!") || startsWith("# ")) {
                at = after("\n", at);
            } else if (startsWith("/*")) {
                at = after("*/", at + 2);
            } else {
                return;
            }
        }
    }

    private int afterQuote(int quote) {
        for (int i = at + 1; i < sql.length; i++) {
            if (sql[i] == '\\') {
                i++;
            } else if (sql[i] == quote) {
                if (i + 1 < sql.length && sql[i + 1] == quote) {
                    i++;
                } else {
                    return i + 1;
                }
            }
        }
        return sql.length;
    }

    /** Passes over {@code $tag$ … $tag$}; false if there is none here. */
    private boolean skipHereDocument() {
        int i = at + 1;
        while (i < sql.length && isWordPart(sql[i])) {
            i++;
        }
        if (i >= sql.length || sql[i] != '$') {
            return false;
        }
        String tag = new String(sql, at, i + 1 - at, UTF_8);
        at = after(tag, i + 1);
        return true;
    }

    private boolean startsWith(String text) {
        return matches(text.getBytes(UTF_8), at);
    }

    private boolean matches(byte[] bytes, int from) {
        return from + bytes.length <= sql.length
                && Arrays.equals(sql, from, from + bytes.length, bytes, 0, bytes.length);
    }

    private int after(String text, int from) {
        byte[] bytes = text.getBytes(UTF_8);
        for (int i = from; i < sql.length; i++) {
            if (matches(bytes, i)) {
                return i + bytes.length;
            }
        }
        return sql.length;
    }

    private static boolean isWordPart(byte b) {
        return b >= 'a' && b <= 'z'
                || b >= 'A' && b <= 'Z'
                || b >= '0' && b <= '9'
                || b == '_'
                || b < 0;
    }
}
