package io.otklik.connectors.kafka;

import java.io.Serializable;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * How a job reaches Kafka.
 *
 * @param bootstrap {@code host:port}, several separated by commas
 * @param job name of the job: makes the consumer group, client ids and transactional ids its own
 * @param discovery how often a source looks for new partitions
 * @param transactionTimeout after which the broker aborts what a dead job left open. A job that
 *     comes back later than that has lost what it wrote before its last checkpoint and had not yet
 *     committed, while its state says that it was told: so it must be longer than the longest
 *     outage. Until it is over, or the job is back, readers that want committed records wait. At
 *     most the broker's {@code transaction.max.timeout.ms}, 15 minutes unless set
 * @param start where a job begins that starts without a checkpoint
 * @param bounded whether sources end where the topics ended as the job began
 * @param properties further settings of the clients, such as {@code security.protocol}
 */
public record KafkaOptions(
        String bootstrap,
        String job,
        Duration discovery,
        Duration transactionTimeout,
        Start start,
        boolean bounded,
        TreeMap<String, String> properties)
        implements Serializable {

    /** The longest that a broker takes unless it is told otherwise. */
    public static final Duration BROKERS_TRANSACTION_TIMEOUT = Duration.ofMinutes(15);

    /** Kafka counts the timeout in an int of milliseconds. */
    private static final Duration LONGEST_TRANSACTION_TIMEOUT =
            Duration.ofMillis(Integer.MAX_VALUE);

    /** Where a job begins that starts without a checkpoint. */
    public enum Start {
        /**
         * With the first record that the topic keeps: right for a job whose state grows from it.
         */
        EARLIEST,
        /** Behind what the group has read, else at the first: right for a job without state. */
        COMMITTED
    }

    public KafkaOptions {
        if (bootstrap == null || !bootstrap.matches("[^\\s,/]+:\\d+(,[^\\s,/]+:\\d+)*")) {
            throw new IllegalArgumentException(
                    "Give Kafka's address as host:port[,host:port…], not " + bootstrap + ".");
        }
        if (job == null || !job.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException(
                    "A job's name is made of a-z, 0-9 and '-', not " + job + ".");
        }
        Objects.requireNonNull(discovery, "discovery");
        if (transactionTimeout.compareTo(Duration.ZERO) <= 0
                || transactionTimeout.compareTo(LONGEST_TRANSACTION_TIMEOUT) > 0) {
            throw new IllegalArgumentException(
                    "A transaction's timeout is more than 0 and at most 24 days, not "
                            + transactionTimeout
                            + ".");
        }
        Objects.requireNonNull(start, "start");
        properties = new TreeMap<>(properties);
    }

    /**
     * New partitions are found within a minute; transactions live as long as a broker allows that
     * was not told otherwise; from the earliest record; unbounded.
     */
    public static KafkaOptions of(String bootstrap, String job) {
        return new KafkaOptions(
                bootstrap,
                job,
                Duration.ofMinutes(1),
                BROKERS_TRANSACTION_TIMEOUT,
                Start.EARLIEST,
                false,
                new TreeMap<>());
    }

    public KafkaOptions withTransactionTimeout(Duration timeout) {
        return new KafkaOptions(bootstrap, job, discovery, timeout, start, bounded, properties);
    }

    public KafkaOptions startingFrom(Start other) {
        return new KafkaOptions(
                bootstrap, job, discovery, transactionTimeout, other, bounded, properties);
    }

    public KafkaOptions untilLatest() {
        return new KafkaOptions(
                bootstrap, job, discovery, transactionTimeout, start, true, properties);
    }

    public KafkaOptions withProperties(Map<String, String> further) {
        TreeMap<String, String> all = new TreeMap<>(properties);
        all.putAll(further);
        return new KafkaOptions(bootstrap, job, discovery, transactionTimeout, start, bounded, all);
    }

    /** Consumer group, and first part of every client id and transactional id. */
    public String group() {
        return "otklik-" + job;
    }
}
