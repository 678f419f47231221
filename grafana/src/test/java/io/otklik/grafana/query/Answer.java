package io.otklik.grafana.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the engine gave.
 *
 * @param types as the engine names them
 */
public record Answer(List<String> names, List<String> types, List<JsonNode> rows) {

    /** The format that {@link #read} reads. */
    public static final String FORMAT = "JSONCompactEachRowWithNamesAndTypes";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern WRAPPER =
            Pattern.compile("(?:Nullable|LowCardinality)\\((.*)\\)", Pattern.DOTALL);

    static Answer read(String lines) {
        try {
            List<JsonNode> all = new ArrayList<>();
            for (String line : lines.split("\n")) {
                all.add(JSON.readTree(line));
            }
            return new Answer(strings(all.get(0)), strings(all.get(1)), all.subList(2, all.size()));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(one -> strings.add(one.textValue()));
        return strings;
    }

    /** {@code text}, {@code number} or {@code time}, as the dashboards' promises call it. */
    public String kind(String column) {
        String type = types.get(names.indexOf(column));
        for (var inner = WRAPPER.matcher(type); inner.matches(); inner = WRAPPER.matcher(type)) {
            type = inner.group(1);
        }
        if (type.equals("String") || type.startsWith("FixedString") || type.startsWith("Enum")) {
            return "text";
        }
        if (type.startsWith("Date")) {
            return "time";
        }
        if (type.matches("U?Int(8|16|32|64)|Float(32|64)|Decimal\\(.*\\)")) {
            return "number";
        }
        return type;
    }
}
