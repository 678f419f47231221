package io.otklik.grafana.query;

import com.fasterxml.jackson.databind.JsonNode;
import io.otklik.grafana.file.Dashboard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a reader can choose on a dashboard: the options of its variables, asked as Grafana asks. */
public final class Choices {

    private final Map<String, List<String>> options = new LinkedHashMap<>();
    private final Map<String, List<String>> start = new LinkedHashMap<>();

    private Choices() {}

    /** Runs the variables' queries, each with all variables before it at their start. */
    public static Choices of(Dashboard dashboard, Engine engine) {
        Choices choices = new Choices();
        for (JsonNode variable : dashboard.variables()) {
            choices.start.put(name(variable), first(variable));
        }
        for (JsonNode variable : dashboard.variables()) {
            List<String> values = choices.values(variable, engine);
            choices.options.put(name(variable), values);
            if (!variable.path("includeAll").asBoolean() && !values.isEmpty()) {
                choices.start.put(name(variable), List.of(values.get(0)));
            }
        }
        return choices;
    }

    private List<String> values(JsonNode variable, Engine engine) {
        List<String> values = new ArrayList<>();
        switch (variable.path("type").asText()) {
            case "query" -> {
                String sql = atStart().apply(variable.path("query").path("rawSql").asText());
                engine.ask(sql).rows().forEach(row -> values.add(row.get(0).asText()));
            }
            case "custom" -> {
                for (String pair : variable.path("query").asText().split(",")) {
                    values.add(pair.substring(pair.lastIndexOf(" : ") + 1).replaceFirst("^: ", ""));
                }
            }
            default -> {}
        }
        return values;
    }

    private static List<String> first(JsonNode variable) {
        return variable.path("includeAll").asBoolean() ? Variables.ALL : List.of("");
    }

    private static String name(JsonNode variable) {
        return variable.path("name").asText();
    }

    public List<String> names() {
        return List.copyOf(options.keySet());
    }

    public List<String> options(String variable) {
        return options.get(variable);
    }

    /** As the dashboard opens. */
    public Variables atStart() {
        return new Variables(start);
    }

    /** As it opens, but one variable at one value. */
    public Variables with(String variable, String value) {
        Map<String, List<String>> values = new LinkedHashMap<>(start);
        values.put(variable, List.of(value));
        return new Variables(values);
    }
}
