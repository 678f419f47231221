package io.otklik.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import io.otklik.grafana.file.Dashboard;
import io.otklik.grafana.file.Folders;
import io.otklik.grafana.file.Panel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What panels and rules ask Prometheus for is what a running stack shows: {@code
 * prometheus/metrics.txt}, which {@code prometheus/metrics.sh} takes from one.
 */
class MetricNamesTest {

    private static final Path PROMETHEUS = Folders.COMMITTED.resolve("prometheus");
    private static final Pattern NAME = Pattern.compile("\\b(?:flink|otklik)_\\w+");
    private static final Pattern GROUPED = Pattern.compile("\\bby \\(([^)]*)\\)");
    private static final Pattern MATCHED = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)\\s*\"");
    private static final Pattern NAMED = Pattern.compile("\\{\\{\\s*(?:\\$labels\\.)?(\\w+)\\s*}}");

    /**
     * @param text that names labels too: a legend, a summary
     */
    record Expression(String where, String expr, String text) {

        @Override
        public String toString() {
            return where;
        }
    }

    static List<Expression> expressions() throws IOException {
        List<Expression> all = new ArrayList<>();
        for (Dashboard dashboard : Dashboard.all()) {
            for (Panel panel : dashboard.panels()) {
                for (JsonNode target : panel.json().path("targets")) {
                    if (target.has("expr")) {
                        String legend = target.path("legendFormat").asText();
                        all.add(
                                new Expression(
                                        panel.toString(), target.path("expr").asText(), legend));
                    }
                }
            }
        }
        for (Map<String, Object> rule : rules()) {
            String expr = rule.get("expr").toString();
            if (NAME.matcher(expr).find()) {
                String text = rule.get("annotations").toString();
                all.add(new Expression(rule.get("alert").toString(), expr, text));
            }
        }
        return all;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rules() throws IOException {
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        Map<String, List<Map<String, Object>>> file =
                yaml.load(Files.readString(PROMETHEUS.resolve("otklik.rules.yml")));
        return (List<Map<String, Object>>) file.get("groups").get(0).get("rules");
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void asksForWhatARunningStackShows(Expression expression) throws IOException {
        Map<String, Set<String>> shown = shown();
        List<String> names =
                NAME.matcher(expression.expr).results().map(name -> name.group()).toList();
        assertThat(names).isNotEmpty();
        assertThat(shown.keySet()).containsAll(names);

        Set<String> labels = new HashSet<>();
        names.forEach(name -> labels.addAll(shown.get(name)));
        GROUPED.matcher(expression.expr)
                .results()
                .forEach(by -> assertThat(labels).contains(by.group(1).split(",\\s*")));
        MATCHED.matcher(expression.expr)
                .results()
                .forEach(label -> assertThat(labels).contains(label.group(1)));
        NAMED.matcher(expression.text)
                .results()
                .forEach(label -> assertThat(labels).contains(label.group(1)));
    }

    /** Labels by name; a name may stand on several lines. */
    private static Map<String, Set<String>> shown() throws IOException {
        Map<String, Set<String>> shown = new HashMap<>();
        for (String line : Files.readAllLines(PROMETHEUS.resolve("metrics.txt"))) {
            List<String> words = List.of(line.split(" "));
            shown.computeIfAbsent(words.get(0), name -> new HashSet<>())
                    .addAll(words.subList(1, words.size()));
        }
        return shown;
    }
}
