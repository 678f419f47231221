package io.otklik.cli.bench;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A step of the way from a platform's event to a row; the order is the one they run in. */
enum Step {
    READ("Kafka → bytes → discard", "bench.ReadJob", null, "--parse", "false"),
    PARSE("Kafka → parse → discard", "bench.ReadJob", null, "--parse", "true"),
    NORMALIZE("normalize", "normalize.NormalizeJob", null),
    APPEALS("appeals to Kafka", "appeals.AppealsJob", null),
    STORE(
            "appeals to ClickHouse: (d), then store",
            "store.StoreJob",
            APPEALS,
            "--tables",
            "appeal;appeal_event"),
    ENGAGEMENT("engagement to Kafka", "engagement.EngagementJob", null),
    MISINFORMATION("misinformation to Kafka", "misinformation.MisinformationJob", null);

    private final String what;
    private final String job;
    private final Step follows;
    private final List<String> arguments;

    Step(String what, String job, Step follows, String... arguments) {
        this.what = what;
        this.job = job;
        this.follows = follows;
        this.arguments = List.of(arguments);
    }

    /** What the table calls it, {@code a} and on. */
    String letter() {
        return String.valueOf((char) ('a' + ordinal()));
    }

    String what() {
        return what;
    }

    /** Main class below {@code io.otklik.jobs}. */
    String job() {
        return job;
    }

    /** The step whose time and work count as part of this one; null: none. */
    Step follows() {
        return follows;
    }

    List<String> arguments() {
        return arguments;
    }

    /** The steps asked for and those that write what they read. */
    static Set<Step> withWhatTheyNeed(Set<Step> asked) {
        Set<Step> all = EnumSet.copyOf(asked);
        for (Step step : asked) {
            if (step.follows != null) {
                all.add(step.follows);
            }
        }
        if (all.stream().anyMatch(step -> step.compareTo(NORMALIZE) > 0)) {
            all.add(NORMALIZE);
        }
        return all;
    }

    /**
     * Reads letters as of {@code --steps abd}.
     *
     * @throws IllegalArgumentException naming a letter that is no step
     */
    static Set<Step> ofLetters(String letters) {
        Set<Step> steps = EnumSet.noneOf(Step.class);
        for (char letter : letters.toLowerCase(Locale.ROOT).toCharArray()) {
            int index = letter - 'a';
            if (index < 0 || index >= values().length) {
                throw new IllegalArgumentException("There is no step " + letter);
            }
            steps.add(values()[index]);
        }
        return steps;
    }
}
