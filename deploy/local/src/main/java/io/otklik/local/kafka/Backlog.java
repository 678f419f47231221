package io.otklik.local.kafka;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/**
 * Tells whether jobs have worked through their topics: every committed record was read, as the
 * groups' committed offsets say, and no transaction is open.
 *
 * <p>Offsets alone do not tell: a commit marker takes an offset that no reader ever sees.
 */
public final class Backlog implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(300);

    private final Admin admin;
    private final KafkaConsumer<byte[], byte[]> committed;
    private final KafkaConsumer<byte[], byte[]> written;

    public Backlog(String bootstrapServers) {
        this.admin = BrokerProbe.admin(bootstrapServers);
        this.committed = consumer(bootstrapServers, "read_committed");
        this.written = consumer(bootstrapServers, "read_uncommitted");
    }

    /** Whether a group has read all that is committed in its topics, and nothing is under way. */
    public boolean isEmpty(String group, Collection<String> topics)
            throws InterruptedException, ExecutionException {
        List<TopicPartition> partitions =
                topics.stream()
                        .flatMap(topic -> committed.partitionsFor(topic).stream())
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        Map<TopicPartition, Long> stable = committed.endOffsets(partitions);
        if (!stable.equals(written.endOffsets(partitions))) {
            return false;
        }
        Map<TopicPartition, OffsetAndMetadata> read =
                admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
        List<TopicPartition> behind =
                partitions.stream().filter(p -> offset(read, p) < stable.get(p)).toList();
        if (behind.isEmpty()) {
            return true;
        }
        committed.assign(behind);
        behind.forEach(p -> committed.seek(p, offset(read, p)));
        for (int waits = 0; waits < behind.size() + 2; waits++) {
            if (!committed.poll(POLL).isEmpty()) {
                return false;
            }
            if (behind.stream().allMatch(p -> committed.position(p) >= stable.get(p))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        admin.close();
        committed.close();
        written.close();
    }

    private static long offset(
            Map<TopicPartition, OffsetAndMetadata> read, TopicPartition partition) {
        OffsetAndMetadata offset = read.get(partition);
        return offset == null ? 0 : offset.offset();
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String bootstrap, String isolation) {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        isolation,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        1),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
