package io.otklik.connectors.alert.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text with places like {@code {agency}}. A line with a place that has nothing to be filled in with
 * is left out.
 */
final class Template {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private final String text;

    private Template(String text) {
        this.text = text;
    }

    /** Reads a resource beside this class. */
    static Template resource(String name) {
        try (InputStream in = Template.class.getResourceAsStream(name)) {
            return new Template(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param values by the names of places
     * @param escape how a value is written in this text
     */
    String fill(Map<String, String> values, UnaryOperator<String> escape) {
        StringBuilder filled = new StringBuilder();
        for (String line : text.split("\n")) {
            String one = line(line, values, escape);
            if (one != null) {
                filled.append(filled.isEmpty() ? "" : "\n").append(one);
            }
        }
        return filled.toString();
    }

    private static String line(
            String line, Map<String, String> values, UnaryOperator<String> escape) {
        Matcher places = PLACE.matcher(line);
        StringBuilder filled = new StringBuilder();
        while (places.find()) {
            String value = values.get(places.group(1));
            if (value == null || value.isEmpty()) {
                return null;
            }
            places.appendReplacement(filled, Matcher.quoteReplacement(escape.apply(value)));
        }
        return places.appendTail(filled).toString();
    }
}
