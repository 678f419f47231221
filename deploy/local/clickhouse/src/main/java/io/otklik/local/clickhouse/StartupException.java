package io.otklik.local.clickhouse;

/** The server cannot start; the message is one sentence that says what to do. */
public final class StartupException extends RuntimeException {

    public StartupException(String sentence) {
        super(sentence);
    }
}
