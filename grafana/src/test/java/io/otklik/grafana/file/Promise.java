package io.otklik.grafana.file;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;

/**
 * What a panel's query must give, as the code that makes the panel says.
 *
 * @param columns name to {@code text}, {@code number} or {@code time}
 * @param mayBeEmpty why it may give no row; null where it must give some
 */
public record Promise(Map<String, String> columns, String mayBeEmpty) {

    /** By dashboard and panel, {@code otklik-shift/3}. */
    private static final Map<String, Promise> ALL = all();

    /** Of a panel; null if it asks nothing. */
    public static Promise of(Panel panel) {
        return ALL.get(panel.dashboard().uid() + "/" + panel.id());
    }

    private static Map<String, Promise> all() {
        try {
            Map<String, Promise> promises = new HashMap<>();
            String text =
                    Files.readString(Folders.COMMITTED.resolve("src/test/resources/promises.json"));
            for (JsonNode promise : Dashboard.parse(text)) {
                Map<String, String> columns = new HashMap<>();
                promise.path("columns")
                        .properties()
                        .forEach(one -> columns.put(one.getKey(), one.getValue().asText()));
                promises.put(
                        promise.path("dashboard").asText() + "/" + promise.path("panel").asInt(),
                        new Promise(columns, promise.path("mayBeEmpty").asText(null)));
            }
            return promises;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
