package io.otklik.jobs.appeals;

import io.otklik.jobs.testkit.LiveJobs;
import io.otklik.local.testkit.KafkaExtension;
import io.otklik.schemas.Alert;
import io.otklik.schemas.AlertKind;
import io.otklik.schemas.Appeal;
import io.otklik.schemas.AuthorKind;
import io.otklik.schemas.Change;
import io.otklik.schemas.ClockStart;
import io.otklik.schemas.Community;
import io.otklik.schemas.JsonCodec;
import io.otklik.schemas.MalformedPayloadException;
import io.otklik.schemas.Message;
import io.otklik.schemas.MessageType;
import io.otklik.schemas.Platform;
import io.otklik.schemas.SlaMetric;
import io.otklik.schemas.SlaPolicy;
import io.otklik.schemas.SlaTarget;
import io.otklik.schemas.SlaUnit;
import io.otklik.schemas.Topic;
import io.otklik.schemas.Urgency;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.util.TestStreamEnvironment;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An answer that was given in time, and that a job cannot read at once: the writer of the messages
 * was killed with a transaction open.
 */
class OutageITCase {

    @RegisterExtension static final KafkaExtension KAFKA = new KafkaExtension();

    private static final String PAGE = "vk:-9303";

    /** The deadline passes while the answer cannot be read. */
    private static final Duration TERM = Duration.ofSeconds(25);

    /** Longer than partitions take to be idle. */
    private static final Duration UNREADABLE = Duration.ofSeconds(6);

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void aDeadlineOfTheOutageIsNotToldBeforeTheBacklogIsRead() throws Exception {
        String post = PAGE + "_1";
        KAFKA.createTopics(Topic.values());
        send(Topic.COMMUNITY, PAGE, JsonCodec.of(Community.class).encode(page()));
        send(Topic.SLA_POLICY, "outage@1", JsonCodec.of(SlaPolicy.class).encode(policy()));
        try (MiniCluster cluster = cluster();
                KafkaProducer<byte[], byte[]> killed = transactional()) {
            cluster.start();
            TestStreamEnvironment.setAsContext(cluster, 1);
            try (LiveJobs jobs = new LiveJobs(cluster, PATIENCE)) {
                startAppeals(jobs);
                Instant asked = Instant.now().truncatedTo(ChronoUnit.MILLIS);
                KAFKA.send(List.of(record(question(post, asked))));
                assertThat(jobs.await(() -> appeals(post).anyMatch(a -> a.answers() == 0)))
                        .isTrue();

                killed.beginTransaction();
                killed.send(record(answer(post, asked.plusSeconds(1)))).get();
                cluster.terminateTaskManager(0).get();
                cluster.startTaskManager();
                jobs.awaitRunning();
                Instant running = Instant.now();
                sleepUntil(later(running, asked.plus(TERM)).plus(UNREADABLE));
                killed.commitTransaction();

                assertThat(jobs.await(() -> appeals(post).anyMatch(a -> a.answers() == 1)))
                        .isTrue();
                assertThat(overdue(post)).isEmpty();
            }
        } finally {
            TestStreamEnvironment.unsetAsContext();
        }
    }

    /** As the one above, but the job begins without state. */
    @Test
    void aDeadlineOfABacklogIsNotToldBeforeItIsRead() throws Exception {
        String post = PAGE + "_9";
        KAFKA.createTopics(Topic.values());
        send(Topic.COMMUNITY, PAGE, JsonCodec.of(Community.class).encode(page()));
        send(Topic.SLA_POLICY, "outage@1", JsonCodec.of(SlaPolicy.class).encode(policy()));
        Instant asked = Instant.now().minus(TERM.multipliedBy(2)).truncatedTo(ChronoUnit.MILLIS);
        KAFKA.send(List.of(record(question(post, asked))));
        try (MiniCluster cluster = cluster();
                KafkaProducer<byte[], byte[]> killed = transactional()) {
            cluster.start();
            TestStreamEnvironment.setAsContext(cluster, 1);
            killed.beginTransaction();
            killed.send(record(answer(post, asked.plusSeconds(1)))).get();
            try (LiveJobs jobs = new LiveJobs(cluster, PATIENCE)) {
                startAppeals(jobs);
                assertThat(jobs.await(() -> appeals(post).anyMatch(a -> a.answers() == 0)))
                        .isTrue();
                Thread.sleep(UNREADABLE.toMillis());
                killed.commitTransaction();

                assertThat(jobs.await(() -> appeals(post).anyMatch(a -> a.answers() == 1)))
                        .isTrue();
                assertThat(overdue(post)).isEmpty();
            }
        } finally {
            TestStreamEnvironment.unsetAsContext();
        }
    }

    private static MiniCluster cluster() {
        return new MiniCluster(
                new MiniClusterConfiguration.Builder()
                        .setNumTaskManagers(1)
                        .setNumSlotsPerTaskManager(1)
                        .withRandomPorts()
                        .build());
    }

    private static void startAppeals(LiveJobs jobs) throws Exception {
        jobs.start(
                AppealsJob::main,
                "--kafka",
                KAFKA.bootstrapServers(),
                "--checkpoint-interval",
                "500 ms",
                "--clock-grace",
                "60 s");
        jobs.awaitRunning();
    }

    private static Stream<Appeal> appeals(String post) {
        return records(Topic.APPEAL, Appeal.class).filter(a -> a.appealId().equals(post + "_2"));
    }

    private static Stream<Alert> overdue(String post) {
        return records(Topic.ALERT, Alert.class)
                .filter(alert -> alert.subjectId().equals(post + "_2"))
                .filter(alert -> alert.kind() == AlertKind.OVERDUE);
    }

    private static <T> Stream<T> records(Topic topic, Class<T> type) {
        JsonCodec<T> codec = JsonCodec.of(type);
        return KAFKA.readCommitted(topic.topicName()).stream()
                .map(
                        record -> {
                            try {
                                return codec.decode(record.value());
                            } catch (MalformedPayloadException e) {
                                throw new AssertionError(e);
                            }
                        });
    }

    private static Community page() {
        return new Community(
                PAGE,
                Platform.VK,
                "https://vk.com/public9303",
                "Отрезанный",
                "outage",
                "Администрация Отрезанного",
                null,
                null,
                null,
                "Отрезанная область",
                "Europe/Moscow",
                List.of(),
                null,
                Instant.EPOCH);
    }

    private static SlaPolicy policy() {
        List<SlaTarget> targets =
                Stream.of(Urgency.values())
                        .map(
                                urgency ->
                                        new SlaTarget(
                                                SlaMetric.FIRST_RESPONSE,
                                                urgency,
                                                SlaUnit.CALENDAR,
                                                TERM.toString(),
                                                null,
                                                List.of()))
                        .toList();
        return new SlaPolicy(
                "outage",
                1,
                null,
                null,
                null,
                "outage",
                Instant.EPOCH,
                null,
                null,
                ClockStart.PUBLISHED,
                "ru",
                targets,
                null,
                List.of(),
                Instant.EPOCH);
    }

    private static Message question(String post, Instant at) {
        return comment(
                post,
                post + "_2",
                post,
                "p:anna",
                AuthorKind.PERSON,
                "На улице Садовой, 5 второй день нет горячей воды! Когда дадут воду?",
                at);
    }

    private static Message answer(String post, Instant at) {
        return comment(
                post,
                post + "_3",
                post + "_2",
                PAGE,
                AuthorKind.COMMUNITY,
                "Здравствуйте! Горячее водоснабжение дома 5 по улице Садовой восстановлено сегодня"
                        + " в 14:00, авария на теплотрассе устранена.",
                at);
    }

    private static Message comment(
            String post,
            String id,
            String parent,
            String author,
            AuthorKind kind,
            String text,
            Instant at) {
        return new Message(
                id,
                Platform.VK,
                MessageType.COMMENT,
                PAGE,
                post,
                parent,
                null,
                author,
                kind,
                text,
                List.of(),
                "https://vk.com/wall-9303_1",
                at,
                null,
                at,
                Change.CREATED);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static void sleepUntil(Instant instant) throws InterruptedException {
        Thread.sleep(Math.max(0, Duration.between(Instant.now(), instant).toMillis()));
    }

    private static void send(Topic topic, String key, byte[] value) {
        KAFKA.send(List.of(new ProducerRecord<>(topic.topicName(), bytes(key), value)));
    }

    private static ProducerRecord<byte[], byte[]> record(Message message) {
        return new ProducerRecord<>(
                Topic.MESSAGE.topicName(),
                null,
                message.publishedAt().toEpochMilli(),
                bytes(message.threadId()),
                JsonCodec.of(Message.class).encode(message));
    }

    private static KafkaProducer<byte[], byte[]> transactional() {
        KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                KAFKA.bootstrapServers(),
                                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                                "killed-normalize"),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
        producer.initTransactions();
        return producer;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
