package io.otklik.jobs.runtime;

import io.otklik.connectors.kafka.KafkaOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.Configuration;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Options of a job, given as {@code --key value}. A key that the job does not know, a key without a
 * value and a value of another type are refused with a sentence that names it.
 */
public final class JobOptions {

    public static final ConfigOption<String> KAFKA =
            ConfigOptions.key("kafka")
                    .stringType()
                    .defaultValue("127.0.0.1:9092")
                    .withDescription("Brokers to start from, HOST:PORT[,HOST:PORT…].");

    public static final ConfigOption<Duration> OUT_OF_ORDERNESS =
            ConfigOptions.key("out-of-orderness")
                    .durationType()
                    .defaultValue(Duration.ofMinutes(1))
                    .withDescription(
                            "How far a watermark stays behind the newest event of a partition.");

    public static final ConfigOption<Duration> CHECKPOINT_INTERVAL =
            ConfigOptions.key("checkpoint-interval")
                    .durationType()
                    .noDefaultValue()
                    .withDescription(
                            "Overrides the cluster's checkpoint interval; results become visible"
                                    + " with each checkpoint. Where neither names one: 10 s.");

    public static final ConfigOption<Boolean> BOUNDED =
            ConfigOptions.key("bounded")
                    .booleanType()
                    .defaultValue(false)
                    .withDescription(
                            "End where the topics ended as the job began, for a replay or a"
                                    + " measurement.");

    public static final ConfigOption<KafkaOptions.Start> START =
            ConfigOptions.key("start")
                    .enumType(KafkaOptions.Start.class)
                    .defaultValue(KafkaOptions.Start.EARLIEST)
                    .withDescription(
                            "Where to begin without a checkpoint: earliest, or committed (behind"
                                    + " what the consumer group has read).");

    public static final ConfigOption<Duration> TRANSACTION_TIMEOUT =
            ConfigOptions.key("transaction-timeout")
                    .durationType()
                    .defaultValue(KafkaOptions.BROKERS_TRANSACTION_TIMEOUT)
                    .withDescription(
                            "How long an outage may last without a loss: the broker then aborts"
                                    + " what was not yet committed. At most its"
                                    + " transaction.max.timeout.ms.");

    private static final List<ConfigOption<?>> COMMON =
            List.of(
                    KAFKA,
                    OUT_OF_ORDERNESS,
                    CHECKPOINT_INTERVAL,
                    BOUNDED,
                    START,
                    TRANSACTION_TIMEOUT);

    private final Configuration values;

    private JobOptions(Configuration values) {
        this.values = values;
    }

    /**
     * Reads a job's arguments.
     *
     * @param own options of this job besides those that every job has
     * @throws IllegalArgumentException with one sentence that says what is wrong
     */
    public static JobOptions parse(String[] args, ConfigOption<?>... own) {
        Map<String, ConfigOption<?>> known = new TreeMap<>();
        COMMON.forEach(option -> known.put(option.key(), option));
        for (ConfigOption<?> option : own) {
            known.put(option.key(), option);
        }
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            String key = args[i].startsWith("--") ? args[i].substring(2) : args[i];
            if (!known.containsKey(key)) {
                throw new IllegalArgumentException(
                        "There is no option --%s; known: --%s."
                                .formatted(key, String.join(", --", known.keySet())));
            }
            if (i + 1 == args.length) {
                throw new IllegalArgumentException("Option --%s needs a value.".formatted(key));
            }
            given.put(key, args[i + 1]);
        }
        JobOptions options = new JobOptions(Configuration.fromMap(given));
        known.values().forEach(options::get);
        return options;
    }

    /** How the job named so reaches Kafka. */
    public KafkaOptions kafka(String job) {
        KafkaOptions kafka =
                KafkaOptions.of(get(KAFKA), job)
                        .startingFrom(get(START))
                        .withTransactionTimeout(get(TRANSACTION_TIMEOUT));
        return get(BOUNDED) ? kafka.untilLatest() : kafka;
    }

    /** The option's value, its default if it was not given, null if it has none. */
    public <T> T get(ConfigOption<T> option) {
        try {
            return values.get(option);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "Option --%s cannot be «%s»: %s"
                            .formatted(
                                    option.key(),
                                    values.toMap().get(option.key()),
                                    String.valueOf(e.getMessage()).lines().findFirst().orElse("")),
                    e);
        }
    }
}
