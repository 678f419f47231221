package io.otklik.grafana.file;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/** A committed alert rule of Grafana. */
public record Rule(JsonNode json) {

    /** Every rule of the module. */
    public static List<Rule> all() {
        String text =
                Folders.texts(Folders.COMMITTED.resolve("provisioning/alerting")).get("rules.json");
        List<Rule> rules = new ArrayList<>();
        for (JsonNode group : Dashboard.parse(text).path("groups")) {
            for (JsonNode rule : group.path("rules")) {
                rules.add(new Rule(rule));
            }
        }
        return rules;
    }

    public String uid() {
        return json.path("uid").asText();
    }

    /** The query; the other part is the threshold. */
    public JsonNode query() {
        return json.path("data").get(0);
    }

    /** What the rule asks ClickHouse; empty if it asks Prometheus. */
    public String sql() {
        return query().path("model").path("rawSql").asText();
    }

    /** Above which number it fires. */
    public double threshold() {
        return json.path("data")
                .get(1)
                .path("model")
                .path("conditions")
                .get(0)
                .path("evaluator")
                .path("params")
                .get(0)
                .asDouble();
    }

    @Override
    public String toString() {
        return json.path("title").asText();
    }
}
