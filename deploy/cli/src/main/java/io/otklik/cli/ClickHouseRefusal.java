package io.otklik.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What ClickHouse says against a statement, for people. */
final class ClickHouseRefusal {

    private static final Pattern CODE = Pattern.compile("Code: (\\d+)\\.");

    /** The grammar that a syntax error ends with: some three thousand characters. */
    private static final Pattern GRAMMAR =
            Pattern.compile("[.:] Expected one of: .*?(?=\\. \\([A-Z_]+\\)|$)", Pattern.DOTALL);

    private ClickHouseRefusal() {}

    /** Its own words without the grammar, and behind them, where one is known, what helps. */
    static String words(String answer) {
        String hint = hint(answer);
        String words = GRAMMAR.matcher(answer).replaceFirst("");
        return hint.isEmpty() ? words : words + System.lineSeparator() + hint;
    }

    private static String hint(String answer) {
        Matcher code = CODE.matcher(answer);
        return switch (code.find() ? Integer.parseInt(code.group(1)) : 0) {
            case 60 ->
                    "otklik query \"SHOW TABLES\" names the tables and views; otklik migrate makes those that are missing.";
            case 81 -> "otklik migrate makes the database; --database names another.";
            case 164 ->
                    "otklik query only reads; give --write for a statement that changes something.";
            default -> "";
        };
    }
}
