package io.otklik.local.clickhouse.query;

import io.otklik.local.clickhouse.engine.EngineException;
import io.otklik.local.clickhouse.query.Statement.Kind;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the clauses at the end of a statement that say how its result is written. */
final class OutputClauses {

    private OutputClauses() {}

    static Statement read(byte[] text, Kind kind) throws EngineException {
        List<Token> tokens = new ArrayList<>();
        int end = outerTokens(text, tokens);
        int formatAt = end;
        String format = null;
        boolean blockwise = true;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean last = i + 2 == tokens.size();
            if (token.isWord("FORMAT")
                    && i + 1 < tokens.size()
                    && tokens.get(i + 1).isName()
                    && (last || tokens.get(i + 2).isWord("SETTINGS"))) {
                formatAt = token.start();
                format = tokens.get(i + 1).name(text);
            }
            if (token.isWord("OUTFILE") && i > 0 && tokens.get(i - 1).isWord("INTO")) {
                throw new EngineException(
                        78, "UNKNOWN_TYPE_OF_QUERY", "INTO OUTFILE is not allowed");
            }
            blockwise &=
                    !token.isWord("TOTALS")
                            && !token.isWord("EXTREMES")
                            && !token.isWord("OUTPUT_FORMAT_JSON_ARRAY_OF_ROWS");
        }
        return new Statement(kind, Arrays.copyOf(text, end), format, formatAt, end, blockwise);
    }

    /** Collects the tokens outside brackets up to the semicolon; gives the offset where it ends. */
    private static int outerTokens(byte[] text, List<Token> tokens) throws EngineException {
        Lexer lexer = new Lexer(text);
        int depth = 0;
        for (Token token = lexer.next(); !token.isEnd(); token = lexer.next()) {
            if (token.is('(') || token.is('[') || token.is('{')) {
                depth++;
            } else if (token.is(')') || token.is(']') || token.is('}')) {
                depth--;
            } else if (token.is(';')) {
                refuseMore(lexer);
                return token.start();
            } else if (depth == 0) {
                tokens.add(token);
            }
        }
        return text.length;
    }

    private static void refuseMore(Lexer lexer) throws EngineException {
        Token token = lexer.next();
        while (token.is(';')) {
            token = lexer.next();
        }
        if (!token.isEnd()) {
            throw new EngineException(
                    62,
                    "SYNTAX_ERROR",
                    "Syntax error (Multi-statements are not allowed): failed at position "
                            + (token.start() + 1));
        }
    }
}
