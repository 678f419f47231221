package io.otklik.grafana.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A committed dashboard. */
public record Dashboard(JsonNode json) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Every dashboard of the module, read once. */
    public static List<Dashboard> all() {
        return Committed.DASHBOARDS;
    }

    private static final class Committed {

        static final List<Dashboard> DASHBOARDS = read();

        private static List<Dashboard> read() {
            Collection<String> texts =
                    Folders.texts(Folders.COMMITTED.resolve("dashboards")).values();
            return texts.stream().map(Dashboard::parse).map(Dashboard::new).toList();
        }
    }

    /** Reads a text that is JSON. */
    public static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String uid() {
        return json.path("uid").asText();
    }

    public String title() {
        return json.path("title").asText();
    }

    /** Panels in their order; headings are none. */
    public List<Panel> panels() {
        List<Panel> panels = new ArrayList<>();
        for (JsonNode panel : json.path("panels")) {
            if (!panel.path("type").asText().equals("row")) {
                panels.add(new Panel(this, panel));
            }
        }
        return panels;
    }

    public List<JsonNode> variables() {
        List<JsonNode> variables = new ArrayList<>();
        json.path("templating").path("list").forEach(variables::add);
        return variables;
    }

    @Override
    public String toString() {
        return title();
    }
}
