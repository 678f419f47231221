package io.otklik.similarity.signal;

import io.otklik.language.sign.Sign;
import io.otklik.language.text.Tokenizer;
import io.otklik.yaml.StrictYaml;
import io.otklik.yaml.YamlProblem;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a book of signals from YAML; {@code similarity/signals.yaml} shows the form. It is refused
 * at its first mistake: a key that is not known, a number that cannot be, an id that stands twice,
 * a sign that cannot be read, an example that its signal does not keep.
 */
public final class SignalBookYaml {

    /** A weight beyond decides alone, whatever else speaks. */
    private static final double MOST_WEIGHT = 20;

    private final Tokenizer tokenizer = new Tokenizer();
    private final Map<String, List<String>> lists = new LinkedHashMap<>();

    private SignalBookYaml() {}

    /**
     * Reads a book.
     *
     * @throws YamlProblem if it is not in order; names the line and what to write
     */
    public static SignalBook read(String yaml) {
        return new SignalBookYaml().book(StrictYaml.read(yaml));
    }

    private SignalBook book(StrictYaml root) {
        root.allow(
                Set.of(
                        "version",
                        "threshold",
                        "intercept",
                        "calibration",
                        "lists",
                        "spread",
                        "text",
                        "story"));
        root.get("lists").map().forEach((name, node) -> lists.put(name, node.texts()));
        StrictYaml calibration = root.get("calibration");
        calibration.allow(Set.of("slope", "offset"));
        List<StrictYaml> written = root.get("text").list();
        SignalBook book =
                new SignalBook(
                        root.get("version").text(),
                        root.get("threshold")
                                .number(share -> share > 0 && share < 1, "a number from 0 to 1"),
                        finite(root.get("intercept")),
                        positive(calibration.get("slope")),
                        finite(calibration.get("offset")),
                        texts(root.get("text"), written),
                        stories(root.get("story")),
                        spread(root.get("spread")));
        for (int i = 0; i < written.size(); i++) {
            checkExamples(book, i, written.get(i));
        }
        return book;
    }

    private List<TextSignal> texts(StrictYaml section, List<StrictYaml> written) {
        if (written.size() > Long.SIZE) {
            throw section.problem("A book holds at most " + Long.SIZE + " signals of the text.");
        }
        List<TextSignal> texts = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (StrictYaml node : written) {
            node.allow(
                    Set.of(
                            "id", "note", "weight", "alerts", "any", "unless", "matches",
                            "ignores"));
            String id = node.get("id").text();
            if (!ids.add(id)) {
                throw node.problem("Signal " + id + " stands twice.");
            }
            texts.add(
                    new TextSignal(
                            id,
                            weight(node),
                            alerts(node),
                            signs(node, "any"),
                            signs(node, "unless"),
                            node.texts("matches"),
                            node.texts("ignores")));
        }
        return texts;
    }

    private static boolean alerts(StrictYaml signal) {
        return switch (signal.text("alerts", "true")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw signal.problem("alerts: true or false.");
        };
    }

    private static Map<StorySignal, Double> stories(StrictYaml section) {
        section.allow(
                Stream.of(StorySignal.values()).map(StorySignal::id).collect(Collectors.toSet()));
        Map<StorySignal, Double> stories = new EnumMap<>(StorySignal.class);
        for (StorySignal signal : StorySignal.values()) {
            StrictYaml node = section.get(signal.id());
            node.allow(Set.of("weight", "per"));
            stories.put(signal, weight(node));
        }
        return stories;
    }

    private static SpreadRule spread(StrictYaml node) {
        node.allow(Set.of("minutes", "copies", "pages", "times-usual", "refute-within-hours"));
        return new SpreadRule(
                Duration.ofMinutes(whole(node.get("minutes"))),
                whole(node.get("copies")),
                whole(node.get("pages")),
                positive(node.get("times-usual")),
                Duration.ofHours(whole(node.get("refute-within-hours"))));
    }

    private List<Sign> signs(StrictYaml signal, String key) {
        List<Sign> signs = new ArrayList<>();
        for (String written : signal.texts(key)) {
            try {
                signs.add(Sign.parse(written, lists));
            } catch (IllegalArgumentException e) {
                throw signal.problem(e.getMessage());
            }
        }
        return signs;
    }

    private void checkExamples(SignalBook book, int place, StrictYaml written) {
        TextSignal signal = book.texts().get(place);
        for (String text : signal.matches()) {
            if (!speaks(book, place, text)) {
                throw written.problem(
                        "Signal %s does not match its example «%s».".formatted(signal.id(), text));
            }
        }
        for (String text : signal.ignores()) {
            if (speaks(book, place, text)) {
                throw written.problem(
                        "Signal %s matches «%s», which it is to ignore."
                                .formatted(signal.id(), text));
            }
        }
    }

    private boolean speaks(SignalBook book, int place, String text) {
        return (book.read(tokenizer.read(text).plainWords()) & 1L << place) != 0;
    }

    private static double weight(StrictYaml signal) {
        return signal.get("weight")
                .number(
                        weight -> Math.abs(weight) <= MOST_WEIGHT,
                        "a weight between -%1$.0f and %1$.0f".formatted(MOST_WEIGHT));
    }

    private static double finite(StrictYaml node) {
        return node.number(Double::isFinite, "a number");
    }

    private static double positive(StrictYaml node) {
        return node.number(
                number -> number > 0 && Double.isFinite(number), "a number greater than 0");
    }

    private static int whole(StrictYaml node) {
        return (int)
                node.number(
                        number ->
                                number >= 1
                                        && number <= Integer.MAX_VALUE
                                        && number == Math.rint(number),
                        "a whole number greater than 0");
    }
}
