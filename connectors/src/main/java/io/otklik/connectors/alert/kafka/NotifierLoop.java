package io.otklik.connectors.alert.kafka;

import io.otklik.connectors.alert.delivery.Change;
import io.otklik.connectors.alert.delivery.DeadLetterOffice;
import io.otklik.connectors.alert.delivery.Notifier;
import io.otklik.connectors.alert.delivery.NotifierLog;
import io.otklik.schemas.Alert;
import io.otklik.schemas.DeadLetter;
import io.otklik.schemas.JsonCodec;
import io.otklik.schemas.MalformedPayloadException;
import io.otklik.schemas.Topic;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Runs a {@link Notifier} over topic {@code alert}.
 *
 * <p>Several instances share the topic's partitions. What was sent is written to {@code
 * alert.delivery} at once, and offsets are committed only behind what is written: after an orderly
 * stop or a rebalance nothing is sent twice. A process that is killed after the other side took a
 * message and before this is written, or that loses its partitions because it hung, leaves a
 * message that is sent again with the same idempotency key.
 */
public final class NotifierLoop {

    /** Consumer group of all instances. */
    public static final String GROUP = "otklik-notify";

    private static final String ALERTS = Topic.ALERT.topicName();
    private static final Duration POLL = Duration.ofMillis(100);

    /** While an attempt is under way its result is looked for more often. */
    private static final Duration SHORT_POLL = Duration.ofMillis(5);

    /** So long the alerts of a process that was killed wait for another; Kafka's own is 45 s. */
    private static final Duration SESSION = Duration.ofSeconds(10);

    /** Longer than any channel's attempt. */
    private static final Duration LAST_ATTEMPTS = Duration.ofSeconds(40);

    private static final long WAIT_MILLIS = 20;
    private static final long RETRY_MILLIS = 1_000;

    private final String servers;
    private final Mode mode;
    private final Notifier notifier;
    private final NotifierLog log;
    private final JsonCodec<Alert> codec = JsonCodec.of(Alert.class);

    private final Map<Integer, Long> positions = new HashMap<>();
    private final Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
    private final List<Change> unwritten = new ArrayList<>();

    /** Alerts that cannot be read: kept until Kafka has them, for their offsets go on. */
    private final List<DeadLetter> unreadable = new ArrayList<>();

    /** Whether the group has said which partitions are this instance's, perhaps none. */
    private boolean joined;

    private volatile boolean stopped;

    /** How long the loop runs, and whether it leaves a trace. */
    public enum Mode {
        /** Until it is stopped. */
        FOREVER,
        /**
         * Until it has read what stood there as it began, of the partitions that other instances
         * leave to it, and nothing can be sent now.
         */
        ONCE,
        /** As {@link #ONCE}, beside the group and without writing anything down. */
        DRY_RUN
    }

    public NotifierLoop(String servers, Mode mode, Notifier notifier, NotifierLog log) {
        this.servers = servers;
        this.mode = mode;
        this.notifier = notifier;
        this.log = log;
    }

    /** Ends {@link #run} soon; may be called from another thread. */
    public void stop() {
        stopped = true;
    }

    /**
     * @throws NotifierException if Kafka's topics are not as they should be
     */
    public void run() throws InterruptedException {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer();
                DeliveryLog deliveries = new DeliveryLog(servers)) {
            List<TopicPartition> all = partitions(consumer);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            if (mode == Mode.DRY_RUN) {
                consumer.assign(all);
                own(all, deliveries);
                joined = true;
            } else {
                consumer.subscribe(List.of(ALERTS), new Ownership(consumer, deliveries));
            }
            while (!stopped && !isThrough(consumer, ends)) {
                round(consumer, deliveries);
            }
            finish(consumer, deliveries);
        }
    }

    private void round(KafkaConsumer<byte[], byte[]> consumer, DeliveryLog deliveries)
            throws InterruptedException {
        try {
            for (ConsumerRecord<byte[], byte[]> record :
                    consumer.poll(notifier.isSending() ? SHORT_POLL : POLL)) {
                accept(record);
            }
            notifier.takeResults();
            write(deliveries);
            commit(consumer);
            // Nothing is sent while it cannot be written down that it was.
            notifier.work();
        } catch (RebalanceInProgressException | CommitFailedException e) {
            // The next poll tells which partitions are left; what was not committed is read again.
            log.line("Partitions are given out anew.");
        } catch (KafkaException e) {
            log.line("Kafka does not serve: %s Trying again.".formatted(e.getMessage()));
            Thread.sleep(RETRY_MILLIS);
        }
    }

    private void accept(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            if (record.key() != null) {
                notifier.forget(new String(record.key(), StandardCharsets.UTF_8));
            }
        } else {
            try {
                notifier.accept(record.partition(), record.offset(), codec.decode(record.value()));
            } catch (MalformedPayloadException e) {
                log.line(
                        "Topic %s, partition %d, offset %d is no alert: %s"
                                .formatted(
                                        ALERTS, record.partition(), record.offset(), e.detail()));
                unreadable.add(
                        DeadLetterOffice.unreadable(
                                record.partition(),
                                record.offset(),
                                e,
                                Instant.ofEpochMilli(record.timestamp())));
            }
        }
        positions.put(record.partition(), record.offset() + 1);
    }

    private void write(DeliveryLog deliveries) throws InterruptedException {
        unwritten.addAll(notifier.takeChanges());
        if (mode != Mode.DRY_RUN && !(unwritten.isEmpty() && unreadable.isEmpty())) {
            deliveries.write(unwritten, unreadable);
        }
        unwritten.clear();
        unreadable.clear();
    }

    private void commit(KafkaConsumer<byte[], byte[]> consumer) {
        if (mode == Mode.DRY_RUN) {
            return;
        }
        Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();
        positions.forEach(
                (partition, position) -> {
                    TopicPartition key = new TopicPartition(ALERTS, partition);
                    OffsetAndMetadata offset =
                            new OffsetAndMetadata(
                                    notifier.firstHeldOffset(partition).orElse(position));
                    if (!offset.equals(committed.get(key))) {
                        next.put(key, offset);
                    }
                });
        if (!next.isEmpty()) {
            consumer.commitSync(next);
            committed.putAll(next);
        }
    }

    /** Waits for the attempts under way and writes their results down. */
    private void finish(KafkaConsumer<byte[], byte[]> consumer, DeliveryLog deliveries)
            throws InterruptedException {
        long deadline = System.nanoTime() + LAST_ATTEMPTS.toNanos();
        notifier.takeResults();
        while (notifier.isSending() && System.nanoTime() < deadline) {
            Thread.sleep(WAIT_MILLIS);
            notifier.takeResults();
        }
        try {
            write(deliveries);
            commit(consumer);
        } catch (KafkaException e) {
            log.line(
                    "Kafka does not take the last results: %s They will be sent again."
                            .formatted(e.getMessage()));
        }
    }

    private boolean isThrough(
            KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        return mode != Mode.FOREVER
                && joined
                && consumer.assignment().stream()
                        .allMatch(one -> consumer.position(one) >= ends.get(one))
                && notifier.isIdle();
    }

    private void own(Collection<TopicPartition> partitions, DeliveryLog deliveries) {
        List<Integer> numbers = partitions.stream().map(TopicPartition::partition).toList();
        deliveries.read(numbers, notifier::restore);
    }

    private void disown(Collection<TopicPartition> partitions) {
        Set<Integer> numbers =
                partitions.stream().map(TopicPartition::partition).collect(Collectors.toSet());
        notifier.drop(numbers);
        numbers.forEach(positions::remove);
        partitions.forEach(committed::remove);
    }

    private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
        int alerts = consumer.partitionsFor(ALERTS).size();
        int deliveries = consumer.partitionsFor(Topic.ALERT_DELIVERY.topicName()).size();
        if (alerts != deliveries) {
            throw new NotifierException(
                    "Topic %s has %d partitions and %s %d; give both the same number."
                            .formatted(
                                    ALERTS, alerts, Topic.ALERT_DELIVERY.topicName(), deliveries),
                    null);
        }
        return consumer.partitionsFor(ALERTS).stream()
                .map(info -> new TopicPartition(ALERTS, info.partition()))
                .toList();
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        servers,
                        ConsumerConfig.GROUP_ID_CONFIG,
                        GROUP,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                        (int) SESSION.toMillis(),
                        ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                        (int) SESSION.toMillis() / 3),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Comes and goes of partitions, called while the consumer polls. */
    private final class Ownership implements ConsumerRebalanceListener {

        private final KafkaConsumer<byte[], byte[]> consumer;
        private final DeliveryLog deliveries;

        Ownership(KafkaConsumer<byte[], byte[]> consumer, DeliveryLog deliveries) {
            this.consumer = consumer;
            this.deliveries = deliveries;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            if (!partitions.isEmpty()) {
                own(partitions, deliveries);
            }
            joined = true;
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            try {
                finish(consumer, deliveries);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            disown(partitions);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            disown(partitions);
        }
    }
}
