package io.otklik.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import io.otklik.local.Part;
import io.otklik.schemas.Alert;
import io.otklik.schemas.AlertKind;
import io.otklik.schemas.IsoMillis;
import io.otklik.schemas.Json;
import io.otklik.schemas.JsonCodec;
import io.otklik.schemas.Topic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One appeal and then silence: its deadline passes by the clock alone, and the alert is in Kafka,
 * in ClickHouse and at a webhook within five seconds. The same when the JobManager is killed
 * between.
 */
class SilentNightE2ECase {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /**
     * Long enough that the job is back, and its clock after the grace of 30 s, before it ends: so
     * that the clock decides and not the restart.
     */
    private static final int SECONDS_WITH_A_RESTART = 120;

    private static final String REGISTER =
            """
            communityId,platform,name,agencyId,agencyName,region,timeZone
            vk:-9101,VK,Тихий,quiet,Администрация Тихого,Тихая область,Europe/Moscow
            vk:-9102,VK,Шумный,restarted,Администрация Шумного,Шумная область,Europe/Moscow
            """;

    /** Where each alert arrived when; by its subject. */
    private final Map<String, Instant> atWebhook = new ConcurrentHashMap<>();

    @TempDir private Path folder;

    @Test
    void theAlertComesWithinFiveSecondsOfTheDeadline() throws Exception {
        HttpServer webhook = webhook();
        try (TestStack stack =
                new TestStack(folder.resolve("stack"), "--notify", recipients(webhook))) {
            assertThat(stack.run("status")).containsPattern("Notifier +running +127\\.0\\.0\\.1:");
            stack.run("registry", "import", write("registry.csv", REGISTER));
            stack.run(
                    "policy", "import", "--retroactive", write("quiet.yaml", policy("quiet", 20)));
            stack.run(
                    "policy",
                    "import",
                    "--retroactive",
                    write("restarted.yaml", policy("restarted", SECONDS_WITH_A_RESTART)));
            stack.awaitWorkedThrough(PATIENCE);
            try (KafkaConsumer<byte[], byte[]> alerts = alerts(stack)) {
                List<Duration> silence = measure("silence", stack, alerts, "vk:-9101_1_2", false);
                List<Duration> restart = measure("restart", stack, alerts, "vk:-9102_1_2", true);
                assertThat(silence).allSatisfy(SilentNightE2ECase::isInTime);
                assertThat(restart).allSatisfy(SilentNightE2ECase::isInTime);
            }
            stack.run("up", "--notify", "off");
            assertThat(stack.run("status")).doesNotContain("Notifier");
        } finally {
            webhook.stop(0);
        }
    }

    /** How long after the deadline the alert was in Kafka, in ClickHouse and delivered. */
    private List<Duration> measure(
            String name,
            TestStack stack,
            KafkaConsumer<byte[], byte[]> alerts,
            String appeal,
            boolean restart)
            throws Exception {
        stack.run(
                "replay",
                "--speed",
                "max",
                "--format",
                "message",
                write(name + ".jsonl", messages(appeal)));
        await(() -> !stack.query(count("v_appeal", "appeal_id", appeal)).equals("0"));
        if (restart) {
            stack.kill(Part.JOBMANAGER);
        }
        Alert alert = null;
        Instant inKafka = null;
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (alert == null) {
            assertThat(System.nanoTime()).as("an alert in time").isLessThan(deadline);
            for (ConsumerRecord<byte[], byte[]> record : alerts.poll(Duration.ofMillis(50))) {
                Alert one = JsonCodec.of(Alert.class).decode(record.value());
                if (one.subjectId().equals(appeal) && one.kind() == AlertKind.OVERDUE) {
                    alert = one;
                    inKafka = Instant.now();
                }
            }
        }
        await(
                () ->
                        !stack.query(count("v_alert", "kind = 'OVERDUE' AND subject_id", appeal))
                                .equals("0"));
        Instant inClickHouse = Instant.now();
        await(() -> atWebhook.containsKey(appeal));

        Duration kafka = Duration.between(alert.dueAt(), inKafka);
        Duration clickHouse = Duration.between(alert.dueAt(), inClickHouse);
        Duration delivered = Duration.between(alert.dueAt(), atWebhook.get(appeal));
        System.out.printf(
                "silent night, %s: Kafka %d ms, ClickHouse %d ms, webhook %d ms after the deadline%n",
                name, kafka.toMillis(), clickHouse.toMillis(), delivered.toMillis());
        return List.of(kafka, clickHouse, delivered);
    }

    private static void isInTime(Duration delay) {
        assertThat(delay).isBetween(Duration.ZERO, LIMIT);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            Thread.sleep(50);
        }
    }

    private static String count(String view, String column, String id) {
        return "SELECT count() FROM %s WHERE %s = '%s'".formatted(view, column, id);
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static String policy(String agency, int seconds) {
        return """
        policy: %s
        version: 1
        title: Для проверки
        agency: %s
        validFrom: 2020-01-01
        timeZone: Europe/Moscow
        clockStart: published
        calendar: ru
        source: проверка
        targets:
          firstResponse:
            within: %d seconds
          finalAnswer:
            within: 7 days
        """
                .formatted(agency, agency, seconds);
    }

    /** A post and, written now, a resident's appeal under it. */
    private static String messages(String appeal) throws IOException {
        String community = appeal.substring(0, appeal.indexOf('_'));
        String post = community + "_1";
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        ObjectNode first = message(post, "POST", community, post, now.minusSeconds(60));
        first.put("authorId", community);
        first.put("authorKind", "COMMUNITY");
        first.put("text", "С 1 декабря меняется расписание автобусов.");
        ObjectNode second = message(appeal, "COMMENT", community, post, now);
        second.put("parentId", post);
        second.put("authorId", "vk:424242");
        second.put("authorKind", "PERSON");
        second.put(
                "text",
                "На улице Садовой, 5 второй день нет горячей воды! Когда дадут воду и кто за это"
                        + " отвечает?");
        return Json.MAPPER.writeValueAsString(first)
                + "\n"
                + Json.MAPPER.writeValueAsString(second)
                + "\n";
    }

    private static ObjectNode message(
            String id, String type, String community, String thread, Instant at) {
        return Json.MAPPER
                .createObjectNode()
                .put("messageId", id)
                .put("platform", "VK")
                .put("type", type)
                .put("communityId", community)
                .put("threadId", thread)
                .put("publishedAt", IsoMillis.format(at))
                .put("observedAt", IsoMillis.format(at))
                .put("change", "CREATED");
    }

    private HttpServer webhook() throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    Instant now = Instant.now();
                    Json.MAPPER
                            .readTree(exchange.getRequestBody())
                            .path("items")
                            .forEach(
                                    item ->
                                            atWebhook.putIfAbsent(
                                                    item.at("/alert/subjectId").asText(), now));
                    exchange.sendResponseHeaders(204, -1);
                    exchange.close();
                });
        server.start();
        return server;
    }

    private String recipients(HttpServer webhook) throws IOException {
        return write(
                "recipients.yaml",
                """
                recipients:
                  hook:
                    webhook: http://127.0.0.1:%d/alerts
                routes:
                  - kinds: OVERDUE
                    to: hook
                default: []
                """
                        .formatted(webhook.getAddress().getPort()));
    }

    private static KafkaConsumer<byte[], byte[]> alerts(TestStack stack) {
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                stack.bootstrapServers(),
                                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                                "read_committed",
                                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                                "earliest",
                                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                                false),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        consumer.assign(
                consumer.partitionsFor(Topic.ALERT.topicName()).stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList());
        return consumer;
    }
}
