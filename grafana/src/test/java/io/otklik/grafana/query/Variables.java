package io.otklik.grafana.query;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The values of a dashboard's variables, put into a query as Grafana does it in the browser: first
 * {@code $__conditionalAll} of the ClickHouse plugin, then {@code ${name:format}} and {@code
 * $name}.
 *
 * @param values by name; {@code $__all} alone is «all»
 */
public record Variables(Map<String, List<String>> values) {

    public static final List<String> ALL = List.of("$__all");

    private static final String CONDITIONAL = "$__conditionalAll(";
    private static final Pattern NAME = Pattern.compile("\\$\\{?(\\w+)\\}?");
    private static final Pattern REFERENCE =
            Pattern.compile("\\$\\{(\\w+)(?::(\\w+))?\\}|\\$(?!__)(\\w+)");

    /** The query with every variable replaced; the macros of the back end are left. */
    public String apply(String sql) {
        return interpolate(conditions(sql));
    }

    /** From the last to the first, so that an inner macro is settled before an outer one. */
    private String conditions(String sql) {
        String text = sql;
        int at;
        while ((at = text.lastIndexOf(CONDITIONAL)) >= 0) {
            Arguments arguments = Arguments.read(text, at + CONDITIONAL.length() - 1);
            if (arguments.list().size() != 2) {
                throw new IllegalArgumentException(
                        "$__conditionalAll takes a condition and a variable: " + text);
            }
            Matcher name = NAME.matcher(arguments.list().get(1).strip());
            if (!name.matches()) {
                throw new IllegalArgumentException(
                        "Not a plain variable: " + arguments.list().get(1));
            }
            String kept = isAll(name.group(1)) ? "1=1" : arguments.list().get(0);
            text = text.substring(0, at) + kept + text.substring(arguments.end());
        }
        return text;
    }

    private boolean isAll(String name) {
        String joined = String.join(",", value(name));
        return joined.isEmpty() || joined.equals("$__all");
    }

    private String interpolate(String sql) {
        return REFERENCE
                .matcher(sql)
                .replaceAll(
                        match -> {
                            String name = match.group(1) == null ? match.group(3) : match.group(1);
                            return Matcher.quoteReplacement(formatted(value(name), match.group(2)));
                        });
    }

    private List<String> value(String name) {
        List<String> value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The dashboard has no variable " + name);
        }
        return value;
    }

    private static String formatted(List<String> value, String format) {
        if ("singlequote".equals(format)) {
            return value.stream()
                    .map(one -> "'" + one.replace("'", "\\'") + "'")
                    .collect(Collectors.joining(","));
        }
        if (format == null || format.equals("raw")) {
            return String.join(",", value);
        }
        throw new IllegalArgumentException("A format that these tests do not know: " + format);
    }
}
