package io.otklik.local.clickhouse.engine;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An error in the form a ClickHouse server gives: {@code Code: N. DB::Exception: sentence. (NAME)}.
 */
public final class EngineException extends Exception {

    /** {@code UNKNOWN_EXCEPTION}: the engine gave a text without a code. */
    private static final int UNKNOWN_EXCEPTION = 1002;

    private static final Pattern CODE = Pattern.compile("Code: (\\d+)\\. ");

    private final int code;

    private EngineException(int code, String message) {
        super(message);
        this.code = code;
    }

    /** An error of this server itself; the sentence ends without a full stop. */
    public EngineException(int code, String name, String sentence) {
        this(code, "Code: " + code + ". DB::Exception: " + sentence + ". (" + name + ")");
    }

    /** An error as the engine words it. */
    static EngineException of(String text) {
        String message = text.strip();
        Matcher matcher = CODE.matcher(message);
        if (matcher.find()) {
            // The library sometimes puts its own "Error: " before the server's form.
            return new EngineException(
                    Integer.parseInt(matcher.group(1)), message.substring(matcher.start()));
        }
        return new EngineException(
                UNKNOWN_EXCEPTION,
                "UNKNOWN_EXCEPTION",
                message.isEmpty() ? "The engine refused the query without a reason" : message);
    }

    /** ClickHouse's number of this kind of error. */
    public int code() {
        return code;
    }
}
