package io.otklik.local.clickhouse.query;

import io.otklik.local.clickhouse.engine.EngineException;
import io.otklik.local.clickhouse.query.Statement.Kind;

/**
 * Tells an INSERT with data from a SELECT and the rest, and finds where format and data stand. It
 * leaves every other judgement to the engine.
 */
public final class StatementParser {

    private StatementParser() {}

    /**
     * Reads the start of a request.
     *
     * @param text all bytes of the request, or at least the whole text before an INSERT's data
     * @throws EngineException for what a server refuses over HTTP: several statements, files of the
     *     client
     */
    public static Statement parse(byte[] text) throws EngineException {
        Lexer lexer = new Lexer(text);
        Token first = lexer.next();
        if (first.isEnd() || first.is(';')) {
            return new Statement(Kind.EMPTY, text, null, 0, text.length, false);
        }
        if (first.isWord("INSERT")) {
            return new InsertParser(text, lexer).parse();
        }
        boolean select =
                first.isWord("SELECT")
                        || first.isWord("WITH")
                        || first.isWord("FROM")
                        || first.is('(');
        return OutputClauses.read(text, select ? Kind.SELECT : Kind.OTHER);
    }
}
