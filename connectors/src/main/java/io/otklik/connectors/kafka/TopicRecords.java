package io.otklik.connectors.kafka;

import io.otklik.schemas.Topic;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** What lies in a topic as a job is defined. */
public final class TopicRecords {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private TopicRecords() {}

    /**
     * Whether a topic may hold records, committed or not. Also where Kafka does not answer within
     * ten seconds, or knows no such topic: the job's source tells what is wrong.
     */
    public static boolean mayBeIn(Topic topic, KafkaOptions kafka) {
        return mayBeIn(topic.topicName(), kafka, TIMEOUT);
    }

    static boolean mayBeIn(String topic, KafkaOptions kafka, Duration timeout) {
        Map<String, Object> config = new HashMap<>(kafka.properties());
        config.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrap());
        config.put(AdminClientConfig.CLIENT_ID_CONFIG, kafka.group() + "-look");
        String millis = Long.toString(timeout.toMillis());
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis);
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis);
        try (Admin admin = Admin.create(config)) {
            TopicDescription description =
                    admin.describeTopics(List.of(topic)).topicNameValues().get(topic).get();
            Map<TopicPartition, Long> first = offsets(admin, description, OffsetSpec.earliest());
            Map<TopicPartition, Long> next = offsets(admin, description, OffsetSpec.latest());
            return !first.equals(next);
        } catch (ExecutionException e) {
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static Map<TopicPartition, Long> offsets(
            Admin admin, TopicDescription topic, OffsetSpec which)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        for (TopicPartitionInfo partition : topic.partitions()) {
            asked.put(new TopicPartition(topic.name(), partition.partition()), which);
        }
        Map<TopicPartition, Long> offsets = new HashMap<>();
        admin.listOffsets(asked)
                .all()
                .get()
                .forEach((partition, found) -> offsets.put(partition, found.offset()));
        return offsets;
    }
}
