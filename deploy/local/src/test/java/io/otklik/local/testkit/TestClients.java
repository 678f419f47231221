package io.otklik.local.testkit;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Plain clients that tests write and read topics with. */
final class TestClients {

    private static final Duration POLL = Duration.ofMillis(100);

    private TestClients() {}

    static void send(String bootstrapServers, Collection<ProducerRecord<byte[], byte[]>> records) {
        Map<String, Object> settings =
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        5,
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        8 * 1024 * 1024);
        try (var producer =
                new KafkaProducer<>(
                        settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (ProducerRecord<byte[], byte[]> record : records) {
                sent.add(producer.send(record));
            }
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while sending", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A record was not taken", e);
        }
    }

    /** Also waits for transactions whose commit was asked for and is not yet marked. */
    static List<ConsumerRecord<byte[], byte[]>> readCommitted(
            String bootstrapServers, String topic, Duration patience) {
        Map<TopicPartition, Long> ends;
        try (var consumer = consumer(bootstrapServers, topic, "read_uncommitted")) {
            ends = consumer.endOffsets(consumer.assignment());
        }
        long deadline = System.nanoTime() + patience.toNanos();
        List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();
        try (var consumer = consumer(bootstrapServers, topic, "read_committed")) {
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError(
                            "Topic %s has an open transaction after %s".formatted(topic, patience));
                }
                consumer.poll(POLL).forEach(read::add);
            }
        }
        return read;
    }

    static List<ConsumerRecord<byte[], byte[]>> awaitCommitted(
            String bootstrapServers, String topic, int count, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();
        try (var consumer = consumer(bootstrapServers, topic, "read_committed")) {
            while (read.size() < count) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError(
                            "Topic %s holds %d committed records after %s, not %d"
                                    .formatted(topic, read.size(), patience, count));
                }
                consumer.poll(POLL).forEach(read::add);
            }
        }
        return read;
    }

    private static KafkaConsumer<byte[], byte[]> consumer(
            String bootstrapServers, String topic, String isolation) {
        Map<String, Object> settings =
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        isolation,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false);
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.assign(
                consumer.partitionsFor(topic).stream()
                        .map(info -> new TopicPartition(topic, info.partition()))
                        .toList());
        return consumer;
    }
}
