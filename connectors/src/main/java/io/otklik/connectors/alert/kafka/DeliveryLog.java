package io.otklik.connectors.alert.kafka;

import io.otklik.connectors.alert.delivery.Change;
import io.otklik.schemas.AlertDelivery;
import io.otklik.schemas.DeadLetter;
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
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;

/**
 * The notifier's memory in Kafka. A delivery lies in the partition of the same number as its alert,
 * so whoever is given a partition of alerts reads one partition and knows all about them.
 */
final class DeliveryLog implements AutoCloseable {

    private static final String NAME = Topic.ALERT_DELIVERY.topicName();
    private static final Duration POLL = Duration.ofMillis(200);

    private final String servers;
    private final KafkaProducer<byte[], byte[]> producer;
    private final JsonCodec<AlertDelivery> deliveries = JsonCodec.of(AlertDelivery.class);
    private final JsonCodec<DeadLetter> letters = JsonCodec.of(DeadLetter.class);

    DeliveryLog(String servers) {
        this.servers = servers;
        this.producer =
                new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                servers,
                                ProducerConfig.CLIENT_ID_CONFIG,
                                "otklik-notify",
                                ProducerConfig.ACKS_CONFIG,
                                "all",
                                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                                10_000,
                                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                                10_000,
                                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                                30_000),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
    }

    /** Reads the partitions from their start to their end of this moment. */
    void read(Collection<Integer> partitions, BiConsumer<Integer, AlertDelivery> to) {
        Map<String, Object> settings =
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        servers,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false);
        // Of each delivery the last record counts, even where compaction has not come yet.
        Map<String, AlertDelivery> last = new LinkedHashMap<>();
        Map<String, Integer> places = new HashMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(partitions.stream().map(one -> new TopicPartition(NAME, one)).toList());
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    String id = new String(record.key(), StandardCharsets.UTF_8);
                    places.put(id, record.partition());
                    if (record.value() == null) {
                        last.remove(id);
                    } else {
                        last.put(id, decode(record));
                    }
                }
            }
        }
        last.forEach((id, delivery) -> to.accept(places.get(id), delivery));
    }

    /** Nobody else writes this topic: what cannot be read is a newer version's. */
    private AlertDelivery decode(ConsumerRecord<byte[], byte[]> record) {
        try {
            return deliveries.decode(record.value());
        } catch (MalformedPayloadException e) {
            throw new NotifierException(
                    "Topic %s, partition %d, offset %d holds no delivery (%s) Is a newer otklik notify running?"
                            .formatted(NAME, record.partition(), record.offset(), e.detail()),
                    e);
        }
    }

    /**
     * Writes changes and dead letters and returns when the brokers have them.
     *
     * @throws KafkaException if they do not take them within half a minute; some may be written
     */
    void write(List<Change> changes, List<DeadLetter> deadLetters) throws InterruptedException {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (Change change : changes) {
            sent.add(
                    producer.send(
                            new ProducerRecord<>(
                                    NAME,
                                    change.partition(),
                                    bytes(change.deliveryId()),
                                    change.delivery() == null
                                            ? null
                                            : deliveries.encode(change.delivery()))));
            if (change.deadLetter() != null) {
                sent.add(producer.send(letter(change.deadLetter())));
            }
        }
        deadLetters.forEach(letter -> sent.add(producer.send(letter(letter))));
        await(sent);
    }

    private ProducerRecord<byte[], byte[]> letter(DeadLetter letter) {
        String key =
                "%s/%d/%d/%d"
                        .formatted(
                                letter.topic(),
                                letter.partition(),
                                letter.offset(),
                                letter.position());
        return new ProducerRecord<>(
                Topic.DEAD_LETTER.topicName(),
                null,
                letter.at().toEpochMilli(),
                bytes(key),
                letters.encode(letter));
    }

    private static void await(List<Future<RecordMetadata>> sent) throws InterruptedException {
        try {
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new KafkaException(e.getCause().getMessage(), e.getCause());
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
