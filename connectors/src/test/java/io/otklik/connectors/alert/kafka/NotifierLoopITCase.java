package io.otklik.connectors.alert.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.otklik.connectors.alert.Alerts;
import io.otklik.connectors.alert.channel.TestHttp;
import io.otklik.connectors.alert.delivery.Figures;
import io.otklik.connectors.alert.delivery.Outcome;
import io.otklik.local.testkit.KafkaExtension;
import io.otklik.schemas.Alert;
import io.otklik.schemas.AlertDelivery;
import io.otklik.schemas.DeadLetter;
import io.otklik.schemas.DeadLetterReason;
import io.otklik.schemas.DeliveryState;
import io.otklik.schemas.Json;
import io.otklik.schemas.JsonCodec;
import io.otklik.schemas.Topic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** Real broker, real HTTP server, real SMTP server. */
class NotifierLoopITCase {

    @RegisterExtension static final KafkaExtension KAFKA = new KafkaExtension();

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    /** Makes the ids of each test its own: all share the topics. */
    private final String run = UUID.randomUUID().toString();

    private final TestHttp http = new TestHttp();
    private final GreenMail mail = mail();
    private final Figures figures = new Figures();

    private static GreenMail mail() {
        ServerSetup setup =
                new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort();
        setup.setServerStartupTimeout(30_000);
        return new GreenMail(setup);
    }

    @BeforeAll
    static void topics() {
        KAFKA.createTopics(Topic.ALERT, Topic.ALERT_DELIVERY, Topic.DEAD_LETTER);
    }

    @BeforeEach
    void start() {
        mail.start();
        http.answer(200, "{\"ok\":true}");
    }

    @AfterEach
    void stop() {
        http.close();
        mail.stop();
    }

    /** Alerts of this test go three ways; those of others lie there already and are done with. */
    private String routing() {
        return """
        telegram: {url: %s}
        smtp: {host: 127.0.0.1, port: %d, security: none, from: otklik@example.org}
        recipients:
          crm:
            webhook: %s/crm
            tokenVariable: CRM_TOKEN
          duty:
            telegram: -100123
          head:
            email: head@example.org
          boss:
            webhook: %s/boss
          nobody:
            webhook: %s/nobody
        routes:
          - agencies: all-%s
            to: [crm, duty, head]
          - agencies: all-%s
            kinds: ESCALATION
            to: boss
          - agencies: crm-%s
            to: [crm, boss]
        default: nobody
        """
                .formatted(
                        http.url(),
                        mail.getSmtp().getPort(),
                        http.url(),
                        http.url(),
                        http.url(),
                        run,
                        run,
                        run);
    }

    private RunningNotifier notifier() throws Exception {
        return new RunningNotifier(KAFKA.bootstrapServers(), routing(), figures);
    }

    private Alerts alert(String id) {
        return Alerts.alert(run + id).agency("all-" + run).subject(run + id).raisedAt(NOW);
    }

    private static void send(Alerts... alerts) {
        JsonCodec<Alert> codec = JsonCodec.of(Alert.class);
        KAFKA.send(
                Arrays.stream(alerts)
                        .map(Alerts::get)
                        .map(
                                alert ->
                                        new ProducerRecord<>(
                                                Topic.ALERT.topicName(),
                                                null,
                                                alert.raisedAt().toEpochMilli(),
                                                alert.alertId().getBytes(StandardCharsets.UTF_8),
                                                codec.encode(alert)))
                        .toList());
    }

    private List<TestHttp.Request> requests(String path) {
        return http.requests().stream().filter(request -> request.path().equals(path)).toList();
    }

    /** News and alert of each item that a webhook got. */
    private List<String> told(String path) {
        List<String> told = new ArrayList<>();
        for (TestHttp.Request request : requests(path)) {
            try {
                for (JsonNode item : Json.MAPPER.readTree(request.body()).path("items")) {
                    told.add(
                            item.path("news").asText()
                                    + ' '
                                    + item.at("/alert/alertId").asText().replace(run, ""));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return told;
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            Thread.sleep(20);
        }
    }

    /** A while in which whatever is wrongly sent again would be. */
    private static void pause() throws InterruptedException {
        Thread.sleep(1_500);
    }

    private Map<String, AlertDelivery> deliveries() throws Exception {
        Map<String, AlertDelivery> last = new HashMap<>();
        JsonCodec<AlertDelivery> codec = JsonCodec.of(AlertDelivery.class);
        for (var record : KAFKA.readCommitted(Topic.ALERT_DELIVERY.topicName())) {
            String key = new String(record.key(), StandardCharsets.UTF_8);
            if (key.startsWith(run)) {
                last.put(key.replace(run, ""), codec.decode(record.value()));
            }
        }
        return last;
    }

    @Test
    void threeWaysGetEachAlertAndEachEndOnceWhateverIsRepeated() throws Exception {
        send(alert("a"), alert("a"), alert("a").version(2));
        try (RunningNotifier notifier = notifier()) {
            await(() -> mail.getReceivedMessages().length == 1 && requests("/crm").size() == 1);
            send(alert("a").version(3));
            await(() -> requests("/bot1:test/sendMessage").size() == 1);
            pause();
            send(
                    alert("a").cleared(Duration.ofMinutes(9)).version(4),
                    alert("a").cleared(Duration.ofMinutes(9)).version(4));
            await(() -> mail.getReceivedMessages().length == 2);
            await(() -> requests("/bot1:test/sendMessage").size() == 2);
        }
        try (RunningNotifier again = notifier()) {
            send(alert("a").cleared(Duration.ofMinutes(9)).version(5));
            pause();
        }

        assertThat(told("/crm")).containsExactly("RAISED a", "CLEARED a");
        assertThat(requests("/crm").get(0).headers())
                .containsEntry("authorization", "Bearer s3cret");
        assertThat(requests("/bot1:test/sendMessage")).hasSize(2);
        assertThat(mail.getReceivedMessages())
                .extracting(letter -> letter.getSubject())
                .containsExactly(
                        "Просрочено: первый ответ — Администрация Заречного округа",
                        "Снято: просрочка, первый ответ — Администрация Заречного округа");
        assertThat(deliveries().values())
                .hasSize(3)
                .extracting(AlertDelivery::state)
                .containsOnly(DeliveryState.CLOSED);
    }

    @Test
    void whatAnOutageHeldBackIsSentByTheNextProcessOnceAndOthersDoNotWait() throws Exception {
        http.answer(
                request ->
                        new TestHttp.Response(
                                request.path().equals("/crm") ? 503 : 200, "{\"ok\":true}"));
        try (RunningNotifier notifier = notifier()) {
            send(alert("a"), alert("b"), alert("over"));
            await(() -> mail.getReceivedMessages().length == 3);
            await(() -> requests("/crm").size() >= 3);
            send(alert("over").cleared(Duration.ofMinutes(1)).version(2));
            await(() -> mail.getReceivedMessages().length == 4);
        }
        int failed = requests("/crm").size();
        http.answer(200, "{\"ok\":true}");
        try (RunningNotifier again = notifier()) {
            await(() -> requests("/crm").size() >= failed + 2);
            pause();
        }

        assertThat(told("/crm").subList(failed, told("/crm").size()))
                .containsExactlyInAnyOrder("RAISED a", "RAISED b");
        assertThat(deliveries().get("over|crm").state()).isEqualTo(DeliveryState.CANCELLED);
        assertThat(requests("/bot1:test/sendMessage")).hasSize(4);
        assertThat(figures.total(Outcome.RETRIED)).isGreaterThanOrEqualTo(3);
    }

    @Test
    void theMailServersOutageIsWaitedOut() throws Exception {
        int port = mail.getSmtp().getPort();
        String routing = routing();
        mail.stop();
        try (RunningNotifier notifier =
                new RunningNotifier(KAFKA.bootstrapServers(), routing, figures)) {
            send(alert("a"));
            await(() -> figures.total(Outcome.RETRIED) >= 2);
            ServerSetup setup = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
            setup.setServerStartupTimeout(30_000);
            GreenMail back = new GreenMail(setup);
            back.start();
            try {
                await(() -> back.getReceivedMessages().length == 1);
            } finally {
                back.stop();
            }
        }
    }

    @Test
    void aRefusalIsADeadLetter() throws Exception {
        http.answer(
                request ->
                        request.path().startsWith("/bot")
                                ? new TestHttp.Response(
                                        400,
                                        "{\"ok\":false,\"description\":\"Bad Request: chat not found\"}")
                                : new TestHttp.Response(200, ""));
        try (RunningNotifier notifier = notifier()) {
            send(alert("a"));
            await(() -> figures.total(Outcome.REFUSED) == 1 && figures.total(Outcome.SENT) == 2);
            send(alert("a").version(2));
            pause();
        }

        assertThat(requests("/bot1:test/sendMessage")).hasSize(1);
        JsonCodec<DeadLetter> codec = JsonCodec.of(DeadLetter.class);
        List<DeadLetter> letters = new ArrayList<>();
        for (var record : KAFKA.readCommitted(Topic.DEAD_LETTER.topicName())) {
            letters.add(codec.decode(record.value()));
        }
        assertThat(letters)
                .filteredOn(letter -> letter.payload() != null && letter.payload().contains(run))
                .extracting(DeadLetter::detail)
                .containsExactly("duty: HTTP 400: Bad Request: chat not found");
    }

    @Test
    void oneThatRunsOnceEndsBesideAnotherInstance() throws Exception {
        send(alert("a").agency("crm-" + run));
        try (RunningNotifier standing = notifier()) {
            await(() -> requests("/crm").size() == 1);
            try (RunningNotifier once =
                    new RunningNotifier(
                            KAFKA.bootstrapServers(), NotifierLoop.Mode.ONCE, routing(), figures)) {
                await(once::isOver);
            }
        }

        assertThat(told("/crm")).containsExactly("RAISED a");
    }

    @Test
    void whatCannotBeReadIsADeadLetterAndTheAlertsBehindItAreSent() throws Exception {
        KAFKA.send(
                List.of(
                        new ProducerRecord<>(
                                Topic.ALERT.topicName(),
                                run.getBytes(StandardCharsets.UTF_8),
                                ("{\"broken\": \"" + run).getBytes(StandardCharsets.UTF_8))));
        send(alert("a").agency("crm-" + run));
        try (RunningNotifier notifier = notifier()) {
            await(() -> requests("/crm").size() == 1);
        }

        JsonCodec<DeadLetter> codec = JsonCodec.of(DeadLetter.class);
        List<DeadLetter> letters = new ArrayList<>();
        for (var record : KAFKA.readCommitted(Topic.DEAD_LETTER.topicName())) {
            letters.add(codec.decode(record.value()));
        }
        assertThat(letters)
                .filteredOn(letter -> letter.topic().equals(Topic.ALERT.topicName()))
                .filteredOn(letter -> letter.reason() == DeadLetterReason.INVALID_JSON)
                .hasSize(1);
    }

    @Test
    void instancesThatComeAndGoShareTheWorkAndSendNothingTwice() throws Exception {
        int alerts = 300;
        Alerts[] all =
                IntStream.range(0, alerts)
                        .mapToObj(
                                i ->
                                        alert("n" + i)
                                                .agency("crm-" + run)
                                                .subject(run + "s" + i % 50))
                        .toArray(Alerts[]::new);
        send(all);
        try (RunningNotifier first = notifier()) {
            await(() -> requests("/crm").size() > 20);
            try (RunningNotifier second = notifier()) {
                send(all);
                await(() -> requests("/crm").size() > 120);
            }
            await(() -> requests("/crm").size() + requests("/boss").size() >= 2 * alerts);
            pause();
        }

        assertThat(told("/crm")).hasSize(alerts).doesNotHaveDuplicates();
        assertThat(told("/boss")).hasSize(alerts).doesNotHaveDuplicates();
    }
}
