package io.otklik.connectors.alert.delivery;

import io.otklik.connectors.alert.Alerts;
import io.otklik.connectors.alert.channel.Parcel;
import io.otklik.connectors.alert.channel.SendResult;
import io.otklik.connectors.alert.config.AlertRouting;
import io.otklik.connectors.alert.config.AlertRoutingReader;
import io.otklik.connectors.alert.config.ConfigException;
import io.otklik.connectors.alert.text.AlertMessage;
import io.otklik.connectors.alert.text.AlertTexts;
import io.otklik.schemas.Alert;
import io.otklik.schemas.AlertDelivery;
import io.otklik.schemas.AlertKind;
import io.otklik.schemas.DeadLetterReason;
import io.otklik.schemas.DeliveryState;
import io.otklik.schemas.JsonCodec;
import io.otklik.schemas.Urgency;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class NotifierTest {

    private static final SendResult.Failed DOWN = new SendResult.Failed("HTTP 503.", null);

    /** Two who are told of everything; one who sleeps; one who wants no ends. */
    private static final String ROUTING =
            """
            recipients:
              crm:
                webhook: http://127.0.0.1/crm
              night:
                webhook: http://127.0.0.1/night
                timeZone: Europe/Moscow
                quietHours: {from: "22:00", to: "08:00", breakThrough: {urgencies: HIGH}}
              boss:
                webhook: http://127.0.0.1/boss
                cleared: false
            routes:
              - agencies: zarechny
                to: crm
              - agencies: lesnoy
                to: [crm, boss]
              - agencies: nightly
                to: night
            default: boss
            """;

    private final ManualClock clock = new ManualClock(Alerts.RAISED);
    private final ScriptedChannel channel = new ScriptedChannel();
    private final Deque<Runnable> later = new ArrayDeque<>();
    private boolean slow;
    private Figures figures;
    private Notifier notifier;

    /** What lies in the compacted topic. */
    private final Map<String, AlertDelivery> written = new LinkedHashMap<>();

    private final List<Change> changes = new ArrayList<>();
    private long offset;

    @BeforeEach
    void start() throws ConfigException {
        start(ROUTING);
    }

    private void start(String yaml) throws ConfigException {
        AlertRouting routing = AlertRoutingReader.read(yaml);
        figures = new Figures();
        notifier =
                new Notifier(
                        routing,
                        NotifierSettings.of(Duration.ofDays(1)),
                        channel,
                        attempt -> {
                            if (slow) {
                                later.add(attempt);
                            } else {
                                attempt.run();
                            }
                        },
                        clock,
                        figures,
                        line -> {});
    }

    /** A new process with what the old one wrote. */
    private void restart() throws ConfigException {
        start(ROUTING);
        written.values().forEach(delivery -> notifier.restore(0, delivery));
    }

    private void accept(Alerts alert) {
        notifier.accept(0, offset++, alert.get());
    }

    /** Lets everything happen that can happen now. */
    private void settle() {
        for (int i = 0; i < 20; i++) {
            notifier.takeResults();
            notifier.work();
        }
        write();
    }

    private void settleAfter(Duration time) {
        clock.advance(time);
        settle();
    }

    private void write() {
        for (Change change : notifier.takeChanges()) {
            changes.add(change);
            if (change.delivery() == null) {
                written.remove(change.deliveryId());
            } else {
                written.put(change.deliveryId(), change.delivery());
            }
        }
    }

    private AlertDelivery state(String alert, String recipient) {
        return written.get(alert + '|' + recipient);
    }

    @Test
    void everyRecipientIsToldOnceHoweverOftenTheAlertComes() {
        accept(Alerts.alert("a").agency("lesnoy"));
        accept(Alerts.alert("a").agency("lesnoy"));
        settle();
        accept(Alerts.alert("a").agency("lesnoy").version(2));
        settle();

        assertThat(channel.told()).containsExactly("crm: RAISED a", "boss: RAISED a");
        assertThat(state("a", "crm").state()).isEqualTo(DeliveryState.SENT);
        assertThat(state("a", "crm").sentAt()).isEqualTo(Alerts.RAISED);
        assertThat(notifier.firstHeldOffset(0)).isEmpty();
    }

    @Test
    void theEndIsToldToWhoWasToldAndWantsIt() {
        accept(Alerts.alert("a").agency("lesnoy"));
        settle();
        accept(Alerts.alert("a").agency("lesnoy").cleared(Duration.ofHours(2)).version(2));
        settle();
        accept(Alerts.alert("a").agency("lesnoy").cleared(Duration.ofHours(2)).version(3));
        settle();

        assertThat(channel.told())
                .containsExactly("crm: RAISED a", "boss: RAISED a", "crm: CLEARED a");
        assertThat(state("a", "crm").state()).isEqualTo(DeliveryState.CLOSED);
        assertThat(state("a", "boss").state()).isEqualTo(DeliveryState.CLOSED);
        assertThat(figures.total(Outcome.CLEARED)).isOne();
    }

    @Test
    void retractionIsToldToo() {
        accept(Alerts.alert("a"));
        settle();
        accept(Alerts.alert("a").retracted().version(2));
        settle();

        assertThat(channel.told()).containsExactly("crm: RAISED a", "crm: RETRACTED a");
    }

    @Test
    void whatIsOverBeforeItWasSentIsNotSent() {
        accept(Alerts.alert("a"));
        accept(Alerts.alert("a").cleared(Duration.ofMinutes(1)).version(2));
        accept(Alerts.alert("b").cleared(Duration.ofMinutes(1)));
        accept(Alerts.alert("c"));
        accept(Alerts.alert("c").retracted().version(2));
        settle();

        assertThat(channel.attempts).isEmpty();
        assertThat(state("a", "crm").state()).isEqualTo(DeliveryState.CANCELLED);
        assertThat(state("b", "crm")).isNull();
        assertThat(figures.total(Outcome.CANCELLED)).isEqualTo(2);
        assertThat(notifier.firstHeldOffset(0)).isEmpty();
    }

    @Test
    void whatWasNeverSentMayBeRaisedAgainAndWhatWasSentMayNot() {
        accept(Alerts.alert("a"));
        accept(Alerts.alert("a").retracted().version(2));
        settle();
        accept(Alerts.alert("a").version(3));
        settle();
        accept(Alerts.alert("a").cleared(Duration.ofHours(1)).version(4));
        settle();
        accept(Alerts.alert("a").version(5));
        settle();

        assertThat(channel.told()).containsExactly("crm: RAISED a", "crm: CLEARED a");
        assertThat(figures.total(Outcome.REPEATED)).isOne();
    }

    @Test
    void anEndThatIsTakenBackBeforeItWasToldIsNotTold() {
        accept(Alerts.alert("a"));
        settle();
        channel.otherwise = parcel -> DOWN;
        accept(Alerts.alert("a").cleared(Duration.ofHours(1)).version(2));
        settle();
        accept(Alerts.alert("a").version(3));
        channel.otherwise = parcel -> new SendResult.Delivered();
        settleAfter(Duration.ofMinutes(10));

        assertThat(channel.told()).containsExactly("crm: RAISED a");
        assertThat(state("a", "crm").state()).isEqualTo(DeliveryState.SENT);
        assertThat(notifier.firstHeldOffset(0)).isEmpty();
    }

    @Test
    void anEndThatComesDuringTheAttemptIsToldAfterIt() {
        slow = true;
        accept(Alerts.alert("a"));
        settle();
        accept(Alerts.alert("a").cleared(Duration.ofMinutes(1)).version(2));
        assertThat(notifier.firstHeldOffset(0)).hasValue(1);
        slow = false;
        later.remove().run();
        settle();

        assertThat(channel.told()).containsExactly("crm: RAISED a", "crm: CLEARED a");
    }

    @Test
    void anEndThatComesDuringAFailingAttemptCancelsIt() {
        slow = true;
        channel.answer(DOWN);
        accept(Alerts.alert("a"));
        settle();
        accept(Alerts.alert("a").cleared(Duration.ofMinutes(1)).version(2));
        slow = false;
        later.remove().run();
        settleAfter(Duration.ofHours(1));

        assertThat(channel.attempts).hasSize(1);
        assertThat(state("a", "crm").state()).isEqualTo(DeliveryState.CANCELLED);
        assertThat(notifier.firstHeldOffset(0)).isEmpty();
    }

    @Test
    void failuresAreRepeatedWithGrowingPausesAndTheSameKey() {
        channel.otherwise = parcel -> DOWN;
        accept(Alerts.alert("a"));
        List<Long> seconds = new ArrayList<>();
        for (long second = 0; second < 3_600; second++) {
            int before = channel.attempts.size();
            settle();
            if (channel.attempts.size() > before) {
                seconds.add(second);
            }
            clock.advance(Duration.ofSeconds(1));
        }

        List<Long> pauses = new ArrayList<>();
        for (int i = 1; i < seconds.size(); i++) {
            pauses.add(seconds.get(i) - seconds.get(i - 1));
        }
        assertThat(pauses).hasSizeBetween(15, 25).allMatch(pause -> pause <= 300);
        for (int i = 0; i < 8; i++) {
            // Shortened by a fifth at most, and seen at the next second.
            assertThat(pauses.get(i)).isBetween((long) (0.8 * (1L << i)), (1L << i) + 1);
        }
        assertThat(channel.attempts)
                .extracting(Parcel::idempotencyKey)
                .containsOnly(channel.attempts.get(0).idempotencyKey());

        channel.otherwise = parcel -> new SendResult.Delivered();
        settleAfter(Duration.ofMinutes(6));
        assertThat(channel.told()).containsExactly("crm: RAISED a");
        assertThat(state("a", "crm").attempts()).isEqualTo(seconds.size() + 1);
    }

    @Test
    void retryAfterIsHonoured() {
        channel.answer(new SendResult.Failed("HTTP 429.", Duration.ofSeconds(90)));
        accept(Alerts.alert("a"));
        accept(Alerts.alert("b").subject("vk:-9100_41_58"));
        settle();
        settleAfter(Duration.ofSeconds(89));
        assertThat(channel.attempts).hasSize(1);
        settleAfter(Duration.ofSeconds(1));

        assertThat(channel.told()).containsExactlyInAnyOrder("crm: RAISED a", "crm: RAISED b");
    }

    @Test
    void aDeadRecipientHoldsUpNobodyElse() {
        channel.otherwise =
                parcel ->
                        parcel.recipient().name().equals("crm") ? DOWN : new SendResult.Delivered();
        for (int i = 0; i < 100; i++) {
            accept(Alerts.alert("a" + i).agency("lesnoy").subject("s" + i));
        }
        for (int i = 0; i < 10; i++) {
            settle();
        }

        assertThat(channel.told()).hasSize(100).allMatch(told -> told.startsWith("boss"));
        // One attempt before the first pause, not a hundred.
        assertThat(channel.attempts).hasSize(101);
        assertThat(notifier.firstHeldOffset(0)).hasValue(0);
    }

    @Test
    void aMessageThatFailsHoldsBackItsSubjectAndNoOther() {
        channel.otherwise =
                parcel ->
                        parcel.items().get(0).alert().alertId().equals("a1")
                                ? DOWN
                                : new SendResult.Delivered();
        accept(Alerts.alert("a1").subject("a"));
        accept(Alerts.alert("a2").subject("a").kind(AlertKind.ESCALATION).level(1));
        accept(Alerts.alert("b").subject("b"));
        settle();
        settleAfter(Duration.ofSeconds(1));
        assertThat(channel.told()).containsExactly("crm: RAISED b");
        channel.otherwise = parcel -> new SendResult.Delivered();
        settleAfter(Duration.ofMinutes(5));

        assertThat(channel.told())
                .containsExactly("crm: RAISED b", "crm: RAISED a1", "crm: RAISED a2");
    }

    @Test
    void whatIsRefusedIsADeadLetterWithItsReasonAndNotTriedAgain() {
        channel.answer(new SendResult.Refused("HTTP 400: no such chat"));
        accept(Alerts.alert("a"));
        settle();
        accept(Alerts.alert("a").cleared(Duration.ofHours(1)).version(2));
        settleAfter(Duration.ofDays(2));

        assertThat(channel.attempts).hasSize(1);
        assertThat(state("a", "crm").state()).isEqualTo(DeliveryState.FAILED);
        assertThat(state("a", "crm").reason()).isEqualTo("HTTP 400: no such chat");
        assertThat(changes)
                .filteredOn(change -> change.deadLetter() != null)
                .singleElement()
                .extracting(Change::deadLetter)
                .satisfies(
                        letter -> {
                            assertThat(letter.reason()).isEqualTo(DeadLetterReason.DELIVERY_FAILED);
                            assertThat(letter.detail()).isEqualTo("crm: HTTP 400: no such chat");
                            assertThat(letter.topic()).isEqualTo("alert");
                            assertThat(letter.payload()).contains("\"alertId\":\"a\"");
                        });
    }

    @Test
    void afterADayNobodyTriesAgain() {
        channel.otherwise = parcel -> DOWN;
        accept(Alerts.alert("a"));
        for (int i = 0; i < 24 * 12 + 2; i++) {
            settleAfter(Duration.ofMinutes(5));
        }

        assertThat(state("a", "crm").state()).isEqualTo(DeliveryState.FAILED);
        assertThat(figures.total(Outcome.GIVEN_UP)).isOne();
        assertThat(changes).filteredOn(change -> change.deadLetter() != null).hasSize(1);
        assertThat(notifier.firstHeldOffset(0)).isEmpty();
    }

    @Test
    void alertsOfAReplayAreCountedAndNotSent() {
        accept(Alerts.alert("a").raisedAt(Alerts.RAISED.minus(Duration.ofDays(1)).minusMillis(1)));
        accept(Alerts.alert("b").raisedAt(Alerts.RAISED.minus(Duration.ofDays(1))));
        settle();

        assertThat(channel.told()).containsExactly("crm: RAISED b");
        assertThat(figures.total(Outcome.STALE)).isOne();
        assertThat(state("a", "crm")).isNull();
    }

    @Test
    void inQuietHoursOnlyWhatIsUrgentIsSentAndTheMorningGetsOneMessage() {
        clock.set(Instant.parse("2026-11-25T20:00:00Z"));
        accept(night("urgent").urgency(Urgency.HIGH));
        accept(night("a"));
        accept(night("b"));
        accept(night("over"));
        settle();
        accept(night("over").cleared(Duration.ofMinutes(9)).version(2));
        accept(night("urgent").cleared(Duration.ofMinutes(9)).version(2));
        settleAfter(Duration.ofHours(8));
        assertThat(channel.told()).containsExactly("night: RAISED urgent");
        assertThat(state("a", "night").digest()).isTrue();
        assertThat(state("a", "night").notBefore()).isEqualTo("2026-11-26T05:00:00Z");

        clock.set(Instant.parse("2026-11-26T05:00:00Z"));
        settle();

        assertThat(channel.told())
                .containsExactly(
                        "night: RAISED urgent", "night: RAISED a, RAISED b, CLEARED urgent");
        assertThat(channel.delivered.get(1).message().subject())
                .isEqualTo("Сводка за тихие часы: действуют 2, снято 1");
        assertThat(state("a", "night").state()).isEqualTo(DeliveryState.SENT);
        assertThat(state("over", "night").state()).isEqualTo(DeliveryState.CANCELLED);
        assertThat(figures.total(Outcome.DIGEST)).isOne();
        settleAfter(Duration.ofHours(1));
        assertThat(channel.attempts).hasSize(2);
    }

    @Test
    void theDigestSurvivesARestartAndAnOutage() throws ConfigException {
        clock.set(Instant.parse("2026-11-25T20:00:00Z"));
        accept(night("a"));
        accept(night("b"));
        settle();
        clock.set(Instant.parse("2026-11-26T05:10:00Z"));
        restart();
        channel.answer(DOWN);
        offset = notifier.firstHeldOffset(0).orElse(0);
        accept(night("a"));
        accept(night("b"));
        settle();
        settleAfter(Duration.ofSeconds(1));

        assertThat(channel.attempts).hasSize(2);
        assertThat(channel.told()).containsExactly("night: RAISED a, RAISED b");
    }

    @Test
    void aDigestThatIsTooLongForTelegramGoesInPartsAndOnlyWhatWasToldIsSent()
            throws ConfigException {
        start(ROUTING.replace("webhook: http://127.0.0.1/night", "telegram: \"-100123\""));
        clock.set(Instant.parse("2026-11-25T20:00:00Z"));
        List<String> ids = IntStream.range(0, 60).mapToObj("a%02d"::formatted).toList();
        ids.forEach(id -> accept(night(id)));
        settle();
        clock.set(Instant.parse("2026-11-26T05:00:00Z"));
        settle();

        assertThat(channel.attempts)
                .hasSizeGreaterThan(2)
                .allMatch(parcel -> parcel.message().html().length() <= AlertMessage.LIMIT)
                .allMatch(parcel -> lines(parcel) == parcel.items().size());
        assertThat(channel.attempts)
                .flatExtracting(Parcel::items)
                .extracting(item -> item.alert().alertId())
                .containsExactlyElementsOf(ids);
        assertThat(channel.delivered)
                .flatExtracting(Parcel::items)
                .allMatch(item -> stateOf(item) == DeliveryState.SENT);
        assertThat(notifier.firstHeldOffset(0)).isEmpty();
    }

    @Test
    void aWebhookGetsTheWholeDigestAtOnce() {
        clock.set(Instant.parse("2026-11-25T20:00:00Z"));
        for (int i = 0; i < 60; i++) {
            accept(night("a" + i));
        }
        clock.set(Instant.parse("2026-11-26T05:00:00Z"));
        settle();

        assertThat(channel.delivered).singleElement().matches(parcel -> lines(parcel) == 60);
    }

    @Test
    void aWebhookGetsNoLargerDigestThanServersTake() {
        clock.set(Instant.parse("2026-11-25T20:00:00Z"));
        for (int i = 0; i < 1_500; i++) {
            accept(night("a" + i));
        }
        channel.otherwise =
                parcel ->
                        parcel.items().stream()
                                                .mapToInt(
                                                        item ->
                                                                JsonCodec.of(Alert.class)
                                                                        .encode(item.alert())
                                                                        .length)
                                                .sum()
                                        > 512 << 10
                                ? new SendResult.Refused("HTTP 413")
                                : new SendResult.Delivered();
        clock.set(Instant.parse("2026-11-26T05:00:00Z"));
        settle();

        assertThat(channel.attempts).hasSizeBetween(3, 10).isEqualTo(channel.delivered);
        assertThat(channel.delivered).flatExtracting(Parcel::items).hasSize(1_500);
        assertThat(written.values())
                .extracting(AlertDelivery::state)
                .containsOnly(DeliveryState.SENT);
    }

    @Test
    void aDigestThatIsRefusedCostsOnlyTheAlertThatIsToBlame() {
        clock.set(Instant.parse("2026-11-25T20:00:00Z"));
        for (int i = 0; i < 60; i++) {
            accept(night("a%02d".formatted(i)));
        }
        channel.otherwise =
                parcel ->
                        parcel.items().stream()
                                        .anyMatch(item -> item.alert().alertId().equals("a37"))
                                ? new SendResult.Refused("HTTP 400: no such field")
                                : new SendResult.Delivered();
        clock.set(Instant.parse("2026-11-26T05:00:00Z"));
        settle();

        assertThat(channel.attempts).hasSizeLessThan(20);
        assertThat(state("a37", "night").state()).isEqualTo(DeliveryState.FAILED);
        assertThat(written.values())
                .filteredOn(delivery -> delivery.state() == DeliveryState.SENT)
                .hasSize(59);
        assertThat(channel.delivered).flatExtracting(Parcel::items).hasSize(59);
        assertThat(changes).filteredOn(change -> change.deadLetter() != null).hasSize(1);
        assertThat(notifier.firstHeldOffset(0)).isEmpty();
    }

    private static long lines(Parcel parcel) {
        return parcel.message().plain().lines().filter(line -> line.startsWith("• ")).count();
    }

    private DeliveryState stateOf(AlertTexts.Item item) {
        return state(item.alert().alertId(), "night").state();
    }

    private static Alerts night(String id) {
        return Alerts.alert(id)
                .agency("nightly")
                .subject(id)
                .raisedAt(Instant.parse("2026-11-25T20:00:00Z"));
    }

    @Test
    void afterARestartNothingIsSentTwiceAndWhatWaitedIsSent() throws ConfigException {
        accept(Alerts.alert("told"));
        settle();
        channel.otherwise = parcel -> DOWN;
        accept(Alerts.alert("waiting").subject("w"));
        settle();
        assertThat(notifier.firstHeldOffset(0)).hasValue(1);

        restart();
        channel.otherwise = parcel -> new SendResult.Delivered();
        // The commit stood before what waits; a bit more is read than is needed.
        offset = 0;
        accept(Alerts.alert("told"));
        accept(Alerts.alert("waiting").subject("w"));
        settle();

        assertThat(channel.told()).containsExactly("crm: RAISED told", "crm: RAISED waiting");
    }

    @Test
    void oldVersionsThatAreReadAgainChangeNothing() throws ConfigException {
        accept(Alerts.alert("a"));
        accept(Alerts.alert("a").cleared(Duration.ofMinutes(1)).version(2));
        settle();
        restart();
        offset = 0;
        accept(Alerts.alert("a"));
        settle();
        accept(Alerts.alert("a").cleared(Duration.ofMinutes(1)).version(2));
        settle();

        assertThat(channel.attempts).isEmpty();
    }

    @Test
    void whoIsNotConfiguredAnyMoreHoldsNothingUp() throws ConfigException {
        channel.otherwise = parcel -> DOWN;
        accept(Alerts.alert("a"));
        settle();
        start(ROUTING.replace("crm", "other"));
        written.values().forEach(delivery -> notifier.restore(0, delivery));
        write();

        assertThat(state("a", "crm").state()).isEqualTo(DeliveryState.FAILED);
        assertThat(state("a", "crm").reason()).contains("not configured");
    }

    @Test
    void whoWasToldHearsOfTheEndEvenIfTheRoutesLeadElsewhereNow() {
        accept(Alerts.alert("a"));
        settle();
        accept(Alerts.alert("a").agency("lesnoy").cleared(Duration.ofHours(1)).version(2));
        settle();

        assertThat(channel.told()).containsExactly("crm: RAISED a", "crm: CLEARED a");
    }

    @Test
    void aDeletedAlertIsNotSent() {
        channel.otherwise = parcel -> DOWN;
        accept(Alerts.alert("a"));
        settle();
        notifier.forget("a");
        channel.otherwise = parcel -> new SendResult.Delivered();
        settleAfter(Duration.ofHours(1));

        assertThat(channel.told()).isEmpty();
        assertThat(notifier.firstHeldOffset(0)).isEmpty();
    }

    @Test
    void memoryIsBounded() {
        accept(Alerts.alert("over"));
        accept(Alerts.alert("standing").subject("s"));
        settle();
        accept(Alerts.alert("over").cleared(Duration.ofHours(1)).version(2));
        settle();
        assertThat(notifier.size()).isEqualTo(2);

        settleAfter(Duration.ofDays(30).minusHours(1));
        assertThat(written).hasSize(2);
        settleAfter(Duration.ofHours(2));
        assertThat(written).containsOnlyKeys("standing|crm");
        settleAfter(Duration.ofDays(150));
        assertThat(written).isEmpty();
        assertThat(notifier.size()).isZero();
    }

    @Test
    void aPartitionThatGoesTakesItsMessagesWithIt() {
        channel.otherwise = parcel -> DOWN;
        notifier.accept(0, 7, Alerts.alert("a").subject("a").get());
        notifier.accept(1, 9, Alerts.alert("b").subject("b").get());
        settle();
        notifier.drop(Set.of(0));
        channel.otherwise = parcel -> new SendResult.Delivered();
        settleAfter(Duration.ofMinutes(10));

        assertThat(channel.told()).containsExactly("crm: RAISED b");
        assertThat(notifier.size()).isOne();
    }

    @Test
    void keysDifferByAlertRecipientAndNews() {
        accept(Alerts.alert("a").agency("lesnoy"));
        accept(Alerts.alert("b").agency("lesnoy").subject("b"));
        settle();
        accept(Alerts.alert("a").agency("lesnoy").cleared(Duration.ofHours(1)).version(2));
        settle();

        assertThat(channel.delivered)
                .hasSize(5)
                .extracting(Parcel::idempotencyKey)
                .doesNotHaveDuplicates();
    }

    @Test
    void figuresAreWrittenForPrometheus() {
        channel.answer(DOWN);
        accept(Alerts.alert("a"));
        settle();

        assertThat(figures.prometheus().lines())
                .contains(
                        "otklik_notify_total{recipient=\"crm\",outcome=\"retried\"} 1",
                        "otklik_notify_waiting{recipient=\"crm\"} 1",
                        "otklik_notify_waiting{recipient=\"boss\"} 0");
    }

    @Test
    void aFaultOfTheChannelIsADeadLetterAndNoLoop() {
        channel.otherwise =
                parcel -> {
                    throw new IllegalStateException("secret");
                };
        accept(Alerts.alert("a"));
        settle();

        Alert alert = Alerts.alert("a").get();
        assertThat(channel.attempts).hasSize(1);
        assertThat(state(alert.alertId(), "crm").reason())
                .isEqualTo("The message cannot be sent (IllegalStateException).");
    }
}
