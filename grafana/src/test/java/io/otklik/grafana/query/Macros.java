package io.otklik.grafana.query;

import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The macros of the ClickHouse plugin's back end, as its documentation describes them (version 4):
 * what they become for a range of time.
 */
public final class Macros {

    private static final Pattern MACRO = Pattern.compile("\\$__(\\w+)");

    private Macros() {}

    /** The query as the server gets it. */
    public static String apply(String sql, TimeRange range) {
        StringBuilder out = new StringBuilder();
        Matcher macro = MACRO.matcher(sql);
        int from = 0;
        while (from <= sql.length() && macro.find(from)) {
            out.append(sql, from, macro.start());
            from = macro.end();
            List<String> arguments = List.of();
            if (from < sql.length() && sql.charAt(from) == '(') {
                Arguments read = Arguments.read(sql, from);
                arguments = read.list();
                from = read.end();
            }
            out.append(expanded(macro.group(1), arguments, range));
        }
        return out.append(sql.substring(from)).toString();
    }

    private static String expanded(String name, List<String> arguments, TimeRange range) {
        return switch (name) {
            case "fromTime" -> seconds(range.from());
            case "toTime" -> seconds(range.to());
            case "fromTime_ms" -> millis(range.from());
            case "toTime_ms" -> millis(range.to());
            case "timeFilter" ->
                    between(only(name, arguments), seconds(range.from()), seconds(range.to()));
            case "timeFilter_ms" ->
                    between(only(name, arguments), millis(range.from()), millis(range.to()));
            case "dateFilter" ->
                    between(only(name, arguments), date(range.from()), date(range.to()));
            case "timeInterval" ->
                    "toStartOfInterval(toDateTime(%s), INTERVAL %d second)"
                            .formatted(only(name, arguments), intervalSeconds(range));
            case "timeInterval_ms" ->
                    "toStartOfInterval(toDateTime64(%s, 3), INTERVAL %d millisecond)"
                            .formatted(only(name, arguments), range.interval().toMillis());
            case "interval_s" -> Long.toString(intervalSeconds(range));
            default -> throw new IllegalArgumentException("The plugin has no macro $__" + name);
        };
    }

    private static String only(String name, List<String> arguments) {
        if (arguments.size() != 1) {
            throw new IllegalArgumentException("$__%s takes one argument".formatted(name));
        }
        return arguments.get(0);
    }

    private static String between(String column, String from, String to) {
        return "%1$s >= %2$s AND %1$s <= %3$s".formatted(column, from, to);
    }

    private static long intervalSeconds(TimeRange range) {
        return Math.max(1, range.interval().toSeconds());
    }

    private static String seconds(Instant at) {
        return "toDateTime(%d)".formatted(at.getEpochSecond());
    }

    private static String millis(Instant at) {
        return "fromUnixTimestamp64Milli(%d)".formatted(at.toEpochMilli());
    }

    private static String date(Instant at) {
        return "toDate('%s')".formatted(at.toString().substring(0, 10));
    }
}
