package io.otklik.local.testkit;

import io.otklik.local.kafka.BrokerProbe;
import io.otklik.schemas.Topic;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real broker for integration tests, started once a JVM as a child process on a free port and
 * ended with it.
 *
 * <pre>{@code
 * @RegisterExtension static final KafkaExtension KAFKA = new KafkaExtension();
 * }</pre>
 *
 * <p>All test classes of a JVM share the broker: take names from {@link #uniqueTopic}.
 */
public final class KafkaExtension implements BeforeAllCallback {

    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final short ONE_REPLICA = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long RETRY_MILLIS = 50;

    private TestBroker broker;

    @Override
    public void beforeAll(ExtensionContext context) {
        broker =
                context.getRoot()
                        .getStore(ExtensionContext.Namespace.create(KafkaExtension.class))
                        .getOrComputeIfAbsent(
                                TestBroker.class, key -> TestBroker.start(), TestBroker.class);
    }

    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** Id of the broker's process, for tests that end it. */
    public long pid() {
        return broker.pid();
    }

    /** A topic name that no other test of this JVM uses. */
    public String uniqueTopic(String prefix) {
        return prefix + '-' + NAMES.incrementAndGet();
    }

    /** Creates those of the project's topics that are missing, with the project's settings. */
    public void createTopics(Topic... topics) {
        create(
                Arrays.stream(topics)
                        .map(
                                topic ->
                                        new NewTopic(
                                                        topic.topicName(),
                                                        Topic.DEFAULT_PARTITIONS,
                                                        ONE_REPLICA)
                                                .configs(topic.settings()))
                        .toList());
    }

    /** Creates a topic without retention by time: records of last year stay. */
    public void createTopic(String name, int partitions) {
        Map<String, String> settings =
                Map.of(
                        "retention.ms",
                        "-1",
                        "max.message.bytes",
                        Integer.toString(Topic.MAX_MESSAGE_BYTES));
        create(List.of(new NewTopic(name, partitions, ONE_REPLICA).configs(settings)));
    }

    private void create(Collection<NewTopic> topics) {
        try (Admin admin = BrokerProbe.admin(bootstrapServers())) {
            for (var created : admin.createTopics(topics).values().values()) {
                awaitCreated(created);
            }
            awaitLeaders(admin, topics);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while topics were created", e);
        }
    }

    /** Another test of this JVM may have made the project's topics already. */
    private static void awaitCreated(Future<Void> created) throws InterruptedException {
        try {
            created.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("Cannot create topics", e);
            }
        }
    }

    /** A producer must not meet a partition whose leader does not take records yet. */
    private static void awaitLeaders(Admin admin, Collection<NewTopic> topics)
            throws InterruptedException {
        Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
        for (NewTopic topic : topics) {
            for (int i = 0; i < topic.numPartitions(); i++) {
                partitions.put(new TopicPartition(topic.name(), i), OffsetSpec.latest());
            }
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                admin.listOffsets(partitions).all().get();
                return;
            } catch (ExecutionException e) {
                // The broker may not yet know what the controller has made.
                if (!(e.getCause() instanceof RetriableException) || System.nanoTime() > deadline) {
                    throw new IllegalStateException("Topics without leaders", e);
                }
                Thread.sleep(RETRY_MILLIS);
            }
        }
    }

    /** Sends records in order and waits until the broker has them. */
    public void send(Collection<ProducerRecord<byte[], byte[]>> records) {
        TestClients.send(bootstrapServers(), records);
    }

    /** Sends values without a key. */
    public void sendValues(String topic, byte[]... values) {
        send(
                Arrays.stream(values)
                        .map(value -> new ProducerRecord<byte[], byte[]>(topic, value))
                        .toList());
    }

    /**
     * The committed records of a topic from its start to its end of this moment.
     *
     * @throws AssertionError if a transaction stays open for 30 seconds
     */
    public List<ConsumerRecord<byte[], byte[]>> readCommitted(String topic) {
        return TestClients.readCommitted(bootstrapServers(), topic, PATIENCE);
    }

    /**
     * The committed records of a topic, once there are at least {@code count}.
     *
     * @throws AssertionError if there are fewer after 30 seconds
     */
    public List<ConsumerRecord<byte[], byte[]>> readCommitted(String topic, int count) {
        return readCommitted(topic, count, PATIENCE);
    }

    /** As {@link #readCommitted(String, int)}, with another patience. */
    public List<ConsumerRecord<byte[], byte[]>> readCommitted(
            String topic, int count, Duration patience) {
        return TestClients.awaitCommitted(bootstrapServers(), topic, count, patience);
    }
}
