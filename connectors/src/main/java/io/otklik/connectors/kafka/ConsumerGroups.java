package io.otklik.connectors.kafka;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** What Kafka remembers of its readers. */
public final class ConsumerGroups {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private ConsumerGroups() {}

    /**
     * Whether a job has read under its group before: Flink commits offsets with each checkpoint,
     * and the broker keeps those of a silent group for a week unless it is told otherwise.
     *
     * @throws Topics.TopicException if Kafka cannot be reached or refuses
     */
    public static boolean hasRead(KafkaOptions kafka) {
        Map<String, Object> config =
                Map.of(
                        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka.bootstrap(),
                        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        Long.toString(TIMEOUT.toMillis()));
        try (Admin admin = Admin.create(config)) {
            return !admin.listConsumerGroupOffsets(kafka.group())
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .isEmpty();
        } catch (ExecutionException e) {
            throw new Topics.TopicException(
                    "Kafka at %s does not tell what %s has read: %s Check its address and that it runs."
                            .formatted(kafka.bootstrap(), kafka.group(), e.getCause().getMessage()),
                    e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Topics.TopicException("Interrupted while Kafka was asked.", e);
        }
    }
}
