package io.otklik.connectors.kafka;

import io.otklik.schemas.Topic;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** Makes the project's topics. */
public final class Topics {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final long RETRY_MILLIS = 100;

    private Topics() {}

    /**
     * Makes every topic of {@link Topic} that does not exist; leaves existing ones as they are.
     *
     * @param replication copies of each partition, at most the number of brokers
     * @param overrides settings that win over {@link Topic#settings()}, for every topic
     * @return names of the topics that were made
     * @throws TopicException if Kafka cannot be reached or refuses
     */
    public static List<String> ensure(
            String bootstrap, int partitions, short replication, Map<String, String> overrides) {
        return ensure(bootstrap, partitions, replication, overrides, TIMEOUT);
    }

    static List<String> ensure(
            String bootstrap,
            int partitions,
            short replication,
            Map<String, String> overrides,
            Duration timeout) {
        Map<String, Object> config =
                Map.of(
                        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        AdminClientConfig.CLIENT_ID_CONFIG,
                        "otklik-topics",
                        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        Long.toString(timeout.toMillis()),
                        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        Long.toString(timeout.toMillis()));
        try (Admin admin = Admin.create(config)) {
            return create(admin, bootstrap, partitions, replication, overrides);
        }
    }

    private static List<String> create(
            Admin admin,
            String bootstrap,
            int partitions,
            short replication,
            Map<String, String> overrides) {
        List<NewTopic> wanted = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            Map<String, String> settings = new HashMap<>(topic.settings());
            settings.putAll(overrides);
            wanted.add(new NewTopic(topic.topicName(), partitions, replication).configs(settings));
        }
        var results = admin.createTopics(wanted, new CreateTopicsOptions()).values();
        List<String> made = new ArrayList<>();
        for (NewTopic topic : wanted) {
            try {
                results.get(topic.name()).get();
                made.add(topic.name());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw new TopicException(
                            "Kafka at %s made no topic %s: %s Check its address and that it runs."
                                    .formatted(bootstrap, topic.name(), e.getCause().getMessage()),
                            e.getCause());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new TopicException("Interrupted while Kafka made topics.", e);
            }
        }
        awaitLeaders(admin, bootstrap, made, partitions);
        return made;
    }

    /**
     * Waits until every partition takes records. A producer that writes earlier may have its first
     * batch refused and its second accepted, and then never gets the first one in: the sequence
     * numbers are out of order for good.
     */
    private static void awaitLeaders(
            Admin admin, String bootstrap, List<String> topics, int partitions) {
        Map<TopicPartition, OffsetSpec> all = new HashMap<>();
        for (String topic : topics) {
            for (int partition = 0; partition < partitions; partition++) {
                all.put(new TopicPartition(topic, partition), OffsetSpec.latest());
            }
        }
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        try {
            while (true) {
                try {
                    admin.listOffsets(all).all().get();
                    return;
                } catch (ExecutionException e) {
                    // A broker may not yet know, or again know, what the controller has made.
                    if (!(e.getCause() instanceof RetriableException)
                            || System.nanoTime() > deadline) {
                        throw e;
                    }
                    Thread.sleep(RETRY_MILLIS);
                }
            }
        } catch (ExecutionException e) {
            throw new TopicException(
                    "Kafka at %s made topics and does not serve them: %s Check its log."
                            .formatted(bootstrap, e.getCause().getMessage()),
                    e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TopicException("Interrupted while Kafka made topics.", e);
        }
    }

    /** Tells in one sentence what Kafka refused. */
    public static final class TopicException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TopicException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
