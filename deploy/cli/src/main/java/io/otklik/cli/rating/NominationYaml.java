package io.otklik.cli.rating;

import io.otklik.yaml.StrictYaml;
import io.otklik.yaml.YamlProblem;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads nominations; the file that is shipped explains the form. */
public final class NominationYaml {

    private static final String SHIPPED = "/io/otklik/cli/rating/nominations.yaml";

    private NominationYaml() {}

    /** The nominations that are shipped. */
    public static List<Nomination> shipped() throws IOException {
        try (InputStream in = NominationYaml.class.getResourceAsStream(SHIPPED)) {
            return read(in);
        }
    }

    /**
     * Reads nominations.
     *
     * @throws YamlProblem with the line of the first mistake
     */
    public static List<Nomination> read(InputStream in) throws IOException {
        StrictYaml yaml = StrictYaml.read(in);
        yaml.allow(Set.of("nominations"));
        List<Nomination> nominations = new ArrayList<>();
        for (StrictYaml one : yaml.get("nominations").list()) {
            one.allow(Set.of("id", "name", "by", "enough"));
            List<Nomination.Criterion> criteria = new ArrayList<>();
            for (StrictYaml by : one.get("by").list()) {
                by.allow(Set.of("measure", "better", "weight"));
                criteria.add(criterion(by));
            }
            if (criteria.isEmpty()) {
                throw one.get("by").problem("A nomination compares by something.");
            }
            String id = one.get("id").text();
            if (nominations.stream().anyMatch(other -> other.id().equals(id))) {
                throw one.get("id").problem("Nomination " + id + " stands here twice.");
            }
            nominations.add(new Nomination(id, one.get("name").text(), criteria, enough(one)));
        }
        return nominations;
    }

    private static Nomination.Criterion criterion(StrictYaml by) {
        String better = by.get("better").text();
        if (!better.equals("high") && !better.equals("low")) {
            throw by.get("better").problem("Better is high or low.");
        }
        double weight = by.map().containsKey("weight") ? positive(by.get("weight")) : 1;
        return new Nomination.Criterion(
                measure(by.get("measure"), by.get("measure").text()),
                better.equals("high"),
                weight);
    }

    private static Map<String, Double> enough(StrictYaml one) {
        Map<String, Double> enough = new LinkedHashMap<>();
        StrictYaml found = one.map().get("enough");
        if (found != null) {
            found.map().forEach((name, least) -> enough.put(measure(least, name), positive(least)));
        }
        return enough;
    }

    private static String measure(StrictYaml at, String name) {
        if (!Measures.all().containsKey(name)) {
            throw at.problem(
                    "There is no measure %s; there are %s."
                            .formatted(name, String.join(", ", Measures.all().keySet())));
        }
        return name;
    }

    private static double positive(StrictYaml value) {
        return value.number(number -> number > 0 && Double.isFinite(number), "a number above zero");
    }
}
