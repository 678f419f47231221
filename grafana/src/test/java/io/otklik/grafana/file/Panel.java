package io.otklik.grafana.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import java.util.ArrayList;
import java.util.List;

/** A panel of a committed dashboard. */
public record Panel(Dashboard dashboard, JsonNode json) {

    public int id() {
        return json.path("id").asInt();
    }

    public String title() {
        return json.path("title").asText();
    }

    /**
     * What the panel says of a column of its query: the value of one property; missing if it says
     * nothing.
     */
    public JsonNode property(String column, String id) {
        for (JsonNode override : json.path("fieldConfig").path("overrides")) {
            if (override.path("matcher").path("options").asText().equals(column)) {
                for (JsonNode property : override.path("properties")) {
                    if (property.path("id").asText().equals(id)) {
                        return property.path("value");
                    }
                }
            }
        }
        return MissingNode.getInstance();
    }

    /** The unit in which a column is shown. */
    public String unit(String column) {
        String whole = json.path("fieldConfig").path("defaults").path("unit").asText();
        return property(column, "unit").asText(whole);
    }

    /** Queries of the panel that go to ClickHouse. */
    public List<JsonNode> queries() {
        List<JsonNode> queries = new ArrayList<>();
        for (JsonNode target : json.path("targets")) {
            if (target.has("rawSql")) {
                queries.add(target);
            }
        }
        return queries;
    }

    @Override
    public String toString() {
        return dashboard.title() + " · " + title();
    }
}
