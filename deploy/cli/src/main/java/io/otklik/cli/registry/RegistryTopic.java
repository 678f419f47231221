package io.otklik.cli.registry;

import io.otklik.cli.CommandException;
import io.otklik.schemas.Community;
import io.otklik.schemas.JsonCodec;
import io.otklik.schemas.MalformedPayloadException;
import io.otklik.schemas.Topic;
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

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** The compacted topic {@code registry.community}: the newest record of a key is in force. */
public final class RegistryTopic {

    private static final String NAME = Topic.COMMUNITY.topicName();
    private static final Duration POLL = Duration.ofMillis(200);

    private final String servers;
    private final JsonCodec<Community> codec = JsonCodec.of(Community.class);

    public RegistryTopic(String servers) {
        this.servers = servers;
    }

    /** The pages in force now, by their id. A record that is no page counts as none. */
    public Map<String, Community> read() {
        Map<String, Object> settings =
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        servers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false);
        Map<String, Community> pages = new TreeMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(
                    consumer.partitionsFor(NAME).stream()
                            .map(info -> new TopicPartition(NAME, info.partition()))
                            .toList());
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(record -> apply(pages, record));
            }
        }
        return pages;
    }

    private void apply(Map<String, Community> pages, ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null) {
            return;
        }
        String key = new String(record.key(), StandardCharsets.UTF_8);
        if (record.value() == null) {
            pages.remove(key);
            return;
        }
        try {
            pages.put(key, codec.decode(record.value()));
        } catch (MalformedPayloadException e) {
            pages.remove(key);
        }
    }

    /** Sends pages and returns when the broker has them. */
    public void send(Collection<Community> pages) throws InterruptedException {
        Map<String, Object> settings =
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers,
                        ProducerConfig.CLIENT_ID_CONFIG, "otklik-registry",
                        ProducerConfig.ACKS_CONFIG, "all");
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (Community page : pages) {
                sent.add(
                        producer.send(
                                new ProducerRecord<>(
                                        NAME,
                                        null,
                                        page.updatedAt().toEpochMilli(),
                                        page.communityId().getBytes(StandardCharsets.UTF_8),
                                        codec.encode(page))));
            }
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw CommandException.failed(
                    "Kafka did not take a page of the register: " + e.getCause().getMessage(), e);
        }
    }
}
