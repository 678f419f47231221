package io.otklik.jobs.runtime;

import io.otklik.connectors.kafka.KafkaOptions;
import io.otklik.connectors.kafka.TopicRecords;
import io.otklik.schemas.Topic;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

import java.time.Duration;

/**
 * How long a clock tells no time at first, while what was written before the job is yet to be read.
 *
 * @param fresh of a job that starts without state
 * @param restored of one that comes back from its state
 */
public record ClockGrace(Duration fresh, Duration restored) {

    public static final ConfigOption<Duration> OPTION =
            ConfigOptions.key("clock-grace")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(30))
                    .withDescription(
                            "How long after a start, from state or with a backlog, the wall clock"
                                    + " waits for the first of what was written before, until"
                                    + " deadlines are told.");

    public static final ClockGrace NONE = new ClockGrace(Duration.ZERO, Duration.ZERO);

    /**
     * As {@link #OPTION} says. A job that begins with an empty topic, such as the demonstration's,
     * has nothing to wait for; without a grace nobody asks Kafka what lies there.
     */
    public static ClockGrace of(JobOptions options, Topic topic, KafkaOptions kafka) {
        Duration given = options.get(OPTION);
        boolean backlog = !given.isZero() && TopicRecords.mayBeIn(topic, kafka);
        return new ClockGrace(backlog ? given : Duration.ZERO, given);
    }
}
