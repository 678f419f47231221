package io.otklik.connectors.clickhouse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Rows as lists of plain values, from records and from a table, to be compared. */
final class Rows {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Rows() {}

    /** What the table should hold: absent texts are empty, times are epoch milliseconds. */
    static List<List<Object>> of(ClickHouseTable<?> table, Collection<?> records) {
        return records.stream()
                .map(
                        record ->
                                table.columns().stream()
                                        .map(column -> plain(column.toJdbc(record)))
                                        .toList())
                .map(ArrayList::new)
                .collect(Collectors.toList());
    }

    static List<List<Object>> in(TestDatabase database, ClickHouseTable<?> table) {
        String columns =
                table.columns().stream().map(Rows::expression).collect(Collectors.joining(", "));
        return database.query(
                        "SELECT %s FROM {db}.%s FINAL SETTINGS output_format_json_quote_64bit_integers=0, output_format_json_quote_denormals=1 FORMAT JSONCompactEachRow"
                                .formatted(columns, table.name()))
                .lines()
                .map(Rows::parse)
                .toList();
    }

    private static String expression(Column column) {
        return expression(column.type(), column.name());
    }

    private static String expression(ColumnType type, String value) {
        // Without its names a tuple comes as an array.
        if (type instanceof ColumnType.Many many && many.element() instanceof ColumnType.Row row) {
            return row.columns().stream()
                    .map(column -> expression(column.type(), "a." + column.name()))
                    .collect(Collectors.joining(", ", "arrayMap(a -> (", "), " + value + ')'));
        }
        if (type instanceof ColumnType.Many && type.sql().contains("DateTime64")) {
            return "arrayMap(a -> toUnixTimestamp64Milli(a), " + value + ')';
        }
        return type.sql().contains("DateTime64") ? "toUnixTimestamp64Milli(" + value + ")" : value;
    }

    private static Object plain(Object value) {
        if (value instanceof Instant instant) {
            return instant.toEpochMilli();
        }
        if (value instanceof Integer number) {
            return number.longValue();
        }
        // JSON writes a whole number without its point.
        if (value instanceof Double number && number == Math.rint(number)) {
            return number.longValue();
        }
        return value instanceof List<?> list
                ? list.stream().map(Rows::plain).collect(Collectors.toCollection(ArrayList::new))
                : value;
    }

    private static List<Object> parse(String line) {
        try {
            List<Object> row = new ArrayList<>();
            JSON.readTree(line).forEach(node -> row.add(value(node)));
            return row;
        } catch (JsonProcessingException e) {
            throw new AssertionError(line, e);
        }
    }

    private static Object value(JsonNode node) {
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            node.forEach(item -> list.add(value(item)));
            return list;
        }
        if (node.isNull()) {
            return null;
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        return node.isIntegralNumber()
                ? (Object) node.longValue()
                : node.isNumber() ? (Object) node.doubleValue() : node.textValue();
    }
}
