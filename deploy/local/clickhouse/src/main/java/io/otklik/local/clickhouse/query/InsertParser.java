package io.otklik.local.clickhouse.query;

import io.otklik.local.clickhouse.engine.EngineException;
import io.otklik.local.clickhouse.query.Statement.Kind;

import java.util.Arrays;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Parts an INSERT into its text, its format and the place where its data starts, reading no further
 * than that: {@code INSERT INTO [TABLE] [FUNCTION] t [(columns)] [SETTINGS …] VALUES | FORMAT f
 * [SETTINGS …]}.
 */
final class InsertParser {

    private final byte[] text;
    private final Lexer lexer;
    private Token token;

    /** Continues after the word INSERT. */
    InsertParser(byte[] text, Lexer lexer) {
        this.text = text;
        this.lexer = lexer;
        this.token = lexer.next();
    }

    Statement parse() throws EngineException {
        skipName();
        while (!token.isEnd() && !token.is(';')) {
            if (token.isWord("VALUES")) {
                return data(token.start(), "Values", "", token.end());
            }
            if (token.isWord("FORMAT")) {
                return formatted();
            }
            if (token.isWord("FROM")) {
                throw new EngineException(
                        78, "UNKNOWN_TYPE_OF_QUERY", "FROM INFILE is not allowed over HTTP");
            }
            boolean bracket = token.is('(');
            if (bracket) {
                advance();
            }
            if (token.isWord("SELECT") || token.isWord("WITH")) {
                return select();
            }
            if (bracket) {
                skipToClosing();
            } else {
                advance();
            }
        }
        return data(token.start(), "Values", "", token.end());
    }

    /** The name comes first because a table may be called "values". */
    private void skipName() {
        for (String word : new String[] {"INTO", "TABLE", "FUNCTION"}) {
            if (token.isWord(word)) {
                advance();
            }
        }
        advance();
        while (token.is('.')) {
            advance();
            advance();
        }
    }

    private Statement formatted() throws EngineException {
        final int headEnd = token.start();
        advance();
        if (!token.isName()) {
            throw new EngineException(
                    62,
                    "SYNTAX_ERROR",
                    "Syntax error: failed at position "
                            + (token.start() + 1)
                            + ": expected the name of a format");
        }
        final String format = token.name(text);
        int dataAt = token.end();
        advance();
        if (token.is(';')) {
            throw new EngineException(
                    62, "SYNTAX_ERROR", "You have excessive ';' symbol before data for INSERT");
        }
        String settings = "";
        if (token.isWord("SETTINGS")) {
            int start = token.start();
            dataAt = skipSettings();
            settings = new String(text, start, dataAt - start, UTF_8) + " ";
        }
        return data(headEnd, format, settings, afterBlanks(dataAt));
    }

    /** Passes over {@code SETTINGS a = 1, b = 'x'}; gives where the last value ends. */
    private int skipSettings() {
        int end = token.end();
        do {
            while (!token.is('=') && !token.isEnd()) {
                advance();
            }
            advance();
            if (token.is('-')) {
                advance();
            }
            end = token.end();
            advance();
        } while (token.is(','));
        return end;
    }

    private Statement select() throws EngineException {
        Statement statement = OutputClauses.read(text, Kind.OTHER);
        if (statement.format() != null) {
            throw new EngineException(
                    48,
                    "NOT_IMPLEMENTED",
                    "INSERT ... SELECT FROM input() FORMAT is not supported here: insert the rows"
                            + " into the table itself");
        }
        return statement;
    }

    /** The engine takes settings before the format only. */
    private Statement data(int headEnd, String format, String settings, int dataAt) {
        byte[] clause = settings.getBytes(UTF_8);
        byte[] head = Arrays.copyOf(text, headEnd + clause.length);
        System.arraycopy(clause, 0, head, headEnd, clause.length);
        return new Statement(Kind.INSERT_DATA, head, format, head.length, dataAt, false);
    }

    /** As a server: data starts after the first line break, or after blanks if there is none. */
    private int afterBlanks(int from) {
        int at = from;
        while (at < text.length && (text[at] == ' ' || text[at] == '\t' || text[at] == '\f')) {
            at++;
        }
        if (at < text.length && text[at] == '\r') {
            at++;
        }
        if (at < text.length && text[at] == '\n') {
            at++;
        }
        return at;
    }

    private void skipToClosing() {
        int depth = 1;
        while (depth > 0 && !token.isEnd()) {
            if (token.is('(')) {
                depth++;
            } else if (token.is(')')) {
                depth--;
            }
            advance();
        }
    }

    private void advance() {
        token = lexer.next();
    }
}
