package io.otklik.grafana.file;

import com.fasterxml.jackson.databind.JsonNode;

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
