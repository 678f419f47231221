package io.otklik.cli.topic;

import io.otklik.cli.CommandException;
import io.otklik.schemas.Audience;
import io.otklik.schemas.JsonCodec;
import io.otklik.schemas.Topic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Sends records to a topic, keyed and stamped as its readers want them. */
public final class RecordWriter<T> {

    private final String servers;
    private final String name;
    private final JsonCodec<T> codec;
    private final Function<T, String> key;
    private final Function<T, Instant> time;

    RecordWriter(
            String servers,
            Topic topic,
            Class<T> type,
            Function<T, String> key,
            Function<T, Instant> time) {
        this.servers = servers;
        this.name = topic.topicName();
        this.codec = JsonCodec.of(type);
        this.key = key;
        this.time = time;
    }

    public static RecordWriter<Audience> audience(String servers) {
        return new RecordWriter<>(
                servers,
                Topic.AUDIENCE,
                Audience.class,
                Audience::communityId,
                Audience::observedAt);
    }

    /** Sends records and returns when the broker has them. */
    public void send(Collection<T> records) throws InterruptedException {
        Map<String, Object> settings =
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers,
                        ProducerConfig.CLIENT_ID_CONFIG, "otklik-import",
                        ProducerConfig.ACKS_CONFIG, "all");
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (T one : records) {
                sent.add(
                        producer.send(
                                new ProducerRecord<>(
                                        name,
                                        null,
                                        time.apply(one).toEpochMilli(),
                                        key.apply(one).getBytes(StandardCharsets.UTF_8),
                                        codec.encode(one))));
            }
            for (Future<RecordMetadata> taken : sent) {
                taken.get();
            }
        } catch (ExecutionException e) {
            throw CommandException.failed(
                    "Kafka did not take a record of %s: %s"
                            .formatted(name, e.getCause().getMessage()),
                    e);
        }
    }
}
