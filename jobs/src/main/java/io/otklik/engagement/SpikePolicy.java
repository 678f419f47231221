package io.otklik.engagement;

import io.otklik.yaml.StrictYaml;
import io.otklik.yaml.YamlProblem;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * When reactions are a spike; {@code engagement/spikes.yaml} explains each setting.
 *
 * @param windows lengths of time that are looked back on, ascending
 * @param deviations how many standard deviations above the hour's usual count a spike begins
 * @param peaks how many times the page's usual peak of a day it is
 * @param learnedAfter how long a page must be known before it can have a spike
 * @param criticismLeast how many unanswered appeals make criticism that grows
 * @param criticismWithin how new these appeals must be
 */
public record SpikePolicy(
        List<Window> windows,
        double deviations,
        double peaks,
        Duration learnedAfter,
        int criticismLeast,
        Duration criticismWithin)
        implements Serializable {

    private static final String BUNDLED = "/engagement/spikes.yaml";
    private static final int LONGEST_MINUTES = 60;

    /**
     * A length of time.
     *
     * @param least how many reactions a spike has in it at least
     */
    public record Window(Duration length, int least) implements Serializable {}

    public SpikePolicy {
        windows = windows.stream().sorted(Comparator.comparing(Window::length)).toList();
    }

    /** The policy that comes with the project. */
    public static SpikePolicy bundled() {
        try (InputStream in = SpikePolicy.class.getResourceAsStream(BUNDLED)) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a policy.
     *
     * @throws YamlProblem with the line of the first mistake
     */
    public static SpikePolicy read(InputStream in) throws IOException {
        StrictYaml yaml = StrictYaml.read(in);
        yaml.allow(Set.of("windows", "deviations", "peaks", "learnDays", "criticism"));
        List<Window> windows = new ArrayList<>();
        for (StrictYaml window : yaml.get("windows").list()) {
            window.allow(Set.of("minutes", "least"));
            double minutes = number(window.get("minutes"), 1, LONGEST_MINUTES);
            windows.add(
                    new Window(
                            Duration.ofMinutes((long) minutes),
                            (int) number(window.get("least"), 1, 1_000_000)));
        }
        if (windows.isEmpty()) {
            throw yaml.get("windows").problem("A spike is seen in some window.");
        }
        StrictYaml criticism = yaml.get("criticism");
        criticism.allow(Set.of("least", "withinMinutes"));
        return new SpikePolicy(
                windows,
                number(yaml.get("deviations"), 1, 100),
                number(yaml.get("peaks"), 0, 100),
                Duration.ofDays((long) number(yaml.get("learnDays"), 1, 28)),
                (int) number(criticism.get("least"), 1, 1_000),
                Duration.ofMinutes((long) number(criticism.get("withinMinutes"), 1, 24 * 60)));
    }

    /** The longest window: what is older need not be known one by one. */
    public Duration longest() {
        return windows.get(windows.size() - 1).length();
    }

    private static double number(StrictYaml value, double least, double most) {
        return value.number(
                number -> number >= least && number <= most,
                "a number from %.0f to %.0f".formatted(least, most));
    }
}
