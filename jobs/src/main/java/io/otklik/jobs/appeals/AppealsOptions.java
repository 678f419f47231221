package io.otklik.jobs.appeals;

import io.otklik.jobs.runtime.ClockGrace;
import io.otklik.jobs.runtime.JobOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Options of job {@code appeals}. */
final class AppealsOptions {

    static final ConfigOption<Duration> RETENTION =
            ConfigOptions.key("retention")
                    .durationType()
                    .defaultValue(Duration.ofDays(180))
                    .withDescription("How long a message that nothing happens to stays in state.");

    static final ConfigOption<Clock> CLOCK =
            ConfigOptions.key("clock")
                    .enumType(Clock.class)
                    .noDefaultValue()
                    .withDescription(
                            "wall: deadlines pass with wall time, also while no message comes;"
                                    + " none: with the messages alone, for a replay. By default"
                                    + " wall, and none with --bounded true.");

    static final ConfigOption<Duration> CLOCK_LATENESS =
            ConfigOptions.key("clock-lateness")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(1))
                    .withDescription("How far the wall clock's time stays behind.");

    static final ConfigOption<String> END =
            ConfigOptions.key("end")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "With --bounded true: tell deadlines up to this instant"
                                    + " (2026-10-05T21:00:00Z) though no message comes so late.");

    static final ConfigOption<String> MODEL =
            ConfigOptions.key("model")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "Folder with the models that otklik train wrote, at this path on every"
                                    + " TaskManager. By default those that come with the job.");

    static final ConfigOption<String> ROUTING =
            ConfigOptions.key("routing")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "Routing table (YAML) where the job's main method runs. By default the one"
                                    + " that comes with the job.");

    static final ConfigOption<?>[] ALL = {
        RETENTION, CLOCK, CLOCK_LATENESS, ClockGrace.OPTION, END, MODEL, ROUTING
    };

    private AppealsOptions() {}

    static Clock clock(JobOptions options) {
        Clock given = options.get(CLOCK);
        return given != null ? given : options.get(JobOptions.BOUNDED) ? Clock.NONE : Clock.WALL;
    }

    static Instant end(JobOptions options) {
        String given = options.get(END);
        try {
            return given == null ? null : Instant.parse(given);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "Option --end cannot be «%s»: write an instant such as 2026-10-05T21:00:00Z."
                            .formatted(given),
                    e);
        }
    }

    /** What moves event time. */
    enum Clock {
        WALL,
        NONE
    }
}
