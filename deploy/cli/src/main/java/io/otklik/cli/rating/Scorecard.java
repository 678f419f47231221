package io.otklik.cli.rating;

import io.otklik.yaml.StrictYaml;
import io.otklik.yaml.YamlProblem;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What official pages are asked for and what it weighs; the file that is shipped explains the form.
 *
 * @param green from how many percent on a page is green
 * @param yellow from how many it is yellow
 * @param known which share of all points must be known
 */
public record Scorecard(List<Step> steps, double green, double yellow, double known) {

    private static final String SHIPPED = "/io/otklik/cli/rating/scorecard.yaml";

    /**
     * Points for a value.
     *
     * @param least of the component, to get them
     */
    public record Step(String component, double least, double points) {}

    /** The scorecard that is shipped. */
    public static Scorecard shipped() throws IOException {
        try (InputStream in = Scorecard.class.getResourceAsStream(SHIPPED)) {
            return read(in);
        }
    }

    /**
     * Reads a scorecard.
     *
     * @throws YamlProblem with the line of the first mistake
     */
    public static Scorecard read(InputStream in) throws IOException {
        StrictYaml yaml = StrictYaml.read(in);
        yaml.allow(Set.of("components", "lights", "known"));
        List<Step> steps = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (StrictYaml component : yaml.get("components").list()) {
            component.allow(Set.of("id", "steps"));
            String id = component.get("id").text();
            if (!Components.all().containsKey(id)) {
                throw component
                        .get("id")
                        .problem(
                                "There is no component %s; there are %s."
                                        .formatted(
                                                id,
                                                String.join(
                                                        ", ",
                                                        Components.all().keySet().stream()
                                                                .sorted()
                                                                .toList())));
            }
            if (!seen.add(id)) {
                throw component.get("id").problem("Component " + id + " stands here twice.");
            }
            for (StrictYaml step : component.get("steps").list()) {
                step.allow(Set.of("least", "points"));
                steps.add(new Step(id, number(step.get("least")), number(step.get("points"))));
            }
        }
        if (steps.isEmpty()) {
            throw yaml.get("components").problem("A scorecard gives points for something.");
        }
        StrictYaml lights = yaml.get("lights");
        lights.allow(Set.of("green", "yellow"));
        return new Scorecard(
                steps,
                number(lights.get("green")),
                number(lights.get("yellow")),
                number(yaml.get("known")));
    }

    /** The statements that put it in force as that version. */
    public List<String> sql(long version) {
        List<String> rows = new ArrayList<>();
        for (Step step : steps) {
            rows.add(
                    "(%d, '%s', %s, %s)"
                            .formatted(version, step.component(), step.least(), step.points()));
        }
        return List.of(
                "INSERT INTO scorecard_step (version, component, least, points) VALUES "
                        + String.join(", ", rows),
                "INSERT INTO scorecard_light (version, name, least) VALUES (%1$d, 'green', %2$s), (%1$d, 'yellow', %3$s), (%1$d, 'known', %4$s)"
                        .formatted(version, green, yellow, known));
    }

    private static double number(StrictYaml value) {
        return value.number(
                number -> number >= 0 && Double.isFinite(number), "a number, zero or above");
    }
}
