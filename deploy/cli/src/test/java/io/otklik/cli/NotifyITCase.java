package io.otklik.cli;

import com.sun.net.httpserver.HttpServer;
import io.otklik.local.testkit.KafkaExtension;
import io.otklik.schemas.Alert;
import io.otklik.schemas.AlertKind;
import io.otklik.schemas.JsonCodec;
import io.otklik.schemas.SlaMetric;
import io.otklik.schemas.Topic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** The command as a user starts it, killed in the middle. */
class NotifyITCase {

    @RegisterExtension static final KafkaExtension KAFKA = new KafkaExtension();

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private static final int ALERTS = 200;
    private static final int KILLS = 3;

    @TempDir private Path folder;

    private final List<String> keys = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private Path recipients;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext(
                "/",
                exchange -> {
                    exchange.getRequestBody().readAllBytes();
                    keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
                    exchange.sendResponseHeaders(204, -1);
                    exchange.close();
                });
        server.start();
        recipients =
                Files.writeString(
                        folder.resolve("recipients.yaml"),
                        """
                        recipients:
                          crm:
                            webhook: http://127.0.0.1:%d/hook
                        default: crm
                        """
                                .formatted(server.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void dryRunsPrintAndKillsLoseNothing() throws Exception {
        KAFKA.createTopics(Topic.values());
        send();

        Run dry = run("--dry-run");
        assertThat(dry.code()).isZero();
        assertThat(dry.out()).contains("→ crm (webhook)\nПросрочено: первый ответ\n");
        assertThat(dry.out().lines().filter(line -> line.startsWith("→"))).hasSize(ALERTS);
        assertThat(dry.err())
                .contains(
                        "Dry run: alerts would be sent: 200; left out because they are older than --max-age P1D: 1.");
        assertThat(keys).isEmpty();

        for (int kill = 1; kill <= KILLS; kill++) {
            Process notifier = start("--metrics-port", "0");
            long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (keys.size() < kill * ALERTS / (KILLS + 1)) {
                assertThat(notifier.isAlive()).isTrue();
                assertThat(System.nanoTime()).isLessThan(deadline);
                Thread.sleep(5);
            }
            notifier.destroyForcibly().waitFor();
        }
        Run rest = run("--once");
        Run again = run("--once");

        assertThat(rest.code()).isZero();
        assertThat(new HashSet<>(keys)).hasSize(ALERTS);
        // A kill may hit between the other side's answer and the note that it came.
        System.out.printf("%d kills: %d messages for %d alerts%n", KILLS, keys.size(), ALERTS);
        assertThat(keys.size()).isLessThanOrEqualTo(ALERTS + KILLS * MOST_IN_A_ROUND);
        assertThat(again.err()).contains("Notifier ended: nothing was sent");
        assertThat(run("--dry-run").out()).isEmpty();
    }

    /** One message per recipient and round of the loop is not yet written down. */
    private static final int MOST_IN_A_ROUND = 1;

    @Test
    void aWrongFileIsToldWithLines() throws IOException {
        Files.writeString(recipients, "recipients:\n  crm:\n    webhook: nowhere\ndefault: cmr\n");

        Run run = run("--check");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().lines())
                .containsExactly(
                        recipients
                                + ":3: webhook is no address; it begins with http:// or https:// and holds no password.",
                        recipients + ":4: There is no recipient cmr; name it under recipients.",
                        "Nothing was sent: mend the 2 faults of " + recipients + ".");
    }

    @Test
    void aMissingSecretIsNamed() throws IOException {
        Files.writeString(recipients, "recipients:\n  duty:\n    telegram: -1001\ndefault: duty\n");

        assertThat(run("--check").code()).isZero();
        Run run = run("--once");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo(
                        "A recipient needs the secret OTKLIK_TELEGRAM_TOKEN; set it, or"
                                + " OTKLIK_TELEGRAM_TOKEN_FILE with the path of a file, in the"
                                + " environment.\n");
    }

    private Run run(String option) {
        return Run.of(
                "notify",
                "--recipients",
                recipients.toString(),
                "--kafka",
                KAFKA.bootstrapServers(),
                option);
    }

    private Process start(String... options) throws IOException {
        List<String> line =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Otklik.class.getName(),
                                "notify",
                                "--recipients",
                                recipients.toString(),
                                "--kafka",
                                KAFKA.bootstrapServers()));
        line.addAll(List.of(options));
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("notify.log").toFile()))
                .start();
    }

    private static void send() {
        JsonCodec<Alert> codec = JsonCodec.of(Alert.class);
        KAFKA.send(
                IntStream.rangeClosed(0, ALERTS)
                        .mapToObj(i -> alert(i, i == 0 ? NOW.minus(Duration.ofDays(2)) : NOW))
                        .map(
                                alert ->
                                        new ProducerRecord<>(
                                                Topic.ALERT.topicName(),
                                                alert.alertId().getBytes(StandardCharsets.UTF_8),
                                                codec.encode(alert)))
                        .toList());
    }

    private static Alert alert(int number, Instant raisedAt) {
        return new Alert(
                "notify-it-" + number,
                AlertKind.OVERDUE,
                SlaMetric.FIRST_RESPONSE,
                0,
                "zarechny",
                "Администрация",
                "vk:-9100_41_" + number,
                "vk:-9100",
                "Заречный округ",
                null,
                null,
                null,
                "Нет воды",
                raisedAt,
                raisedAt,
                null,
                null,
                false,
                1);
    }
}
