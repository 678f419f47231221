package io.otklik.local.testkit;

import io.otklik.local.kafka.BrokerProbe;
import io.otklik.local.kafka.Topics;
import io.otklik.schemas.Topic;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
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
    private static final Duration PATIENCE = Duration.ofSeconds(30);

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
        try (Admin admin = BrokerProbe.admin(bootstrapServers())) {
            Topics.ensure(admin, Arrays.asList(topics), Topic.DEFAULT_PARTITIONS);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("Cannot create topics", e);
        }
    }

    /** Creates a topic without retention by time: records of last year stay. */
    public void createTopic(String name, int partitions) {
        Map<String, String> settings =
                Map.of(
                        "retention.ms",
                        "-1",
                        "max.message.bytes",
                        Integer.toString(Topic.MAX_MESSAGE_BYTES));
        try (Admin admin = BrokerProbe.admin(bootstrapServers())) {
            Topics.create(admin, List.of(Topics.definition(name, partitions, settings)));
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("Cannot create topic " + name, e);
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

    /** The committed records of a topic from its start to its end of this moment. */
    public List<ConsumerRecord<byte[], byte[]>> readCommitted(String topic) {
        return TestClients.readCommitted(bootstrapServers(), topic);
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
