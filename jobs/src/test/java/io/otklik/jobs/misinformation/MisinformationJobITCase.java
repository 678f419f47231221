package io.otklik.jobs.misinformation;

import io.otklik.jobs.testkit.LiveJobs;
import io.otklik.jobs.testkit.StoredTables;
import io.otklik.local.clickhouse.testkit.ClickHouseExtension;
import io.otklik.local.testkit.KafkaExtension;
import io.otklik.schemas.Alert;
import io.otklik.schemas.Claim;
import io.otklik.schemas.Community;
import io.otklik.schemas.Copy;
import io.otklik.schemas.CopyStance;
import io.otklik.schemas.Counter;
import io.otklik.schemas.CounterKind;
import io.otklik.schemas.JsonCodec;
import io.otklik.schemas.Message;
import io.otklik.schemas.Rating;
import io.otklik.schemas.RuleBookVersion;
import io.otklik.schemas.Suspicion;
import io.otklik.schemas.SuspicionSignal;
import io.otklik.schemas.Topic;
import io.otklik.schemas.Verdict;
import io.otklik.similarity.signal.SignalBook;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.InjectMiniCluster;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.ToLongFunction;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two stories on real parts, from the topic of messages to the views: one is refuted in time and
 * comes back after forty days, the other is refuted too late.
 */
class MisinformationJobITCase {

    @RegisterExtension static final KafkaExtension KAFKA = new KafkaExtension();
    @RegisterExtension static final ClickHouseExtension CLICKHOUSE = new ClickHouseExtension();

    @RegisterExtension
    static final MiniClusterExtension FLINK =
            new MiniClusterExtension(
                    new MiniClusterResourceConfiguration.Builder()
                            .setNumberTaskManagers(1)
                            .setNumberSlotsPerTaskManager(2)
                            .build());

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** A whole number of quarters of an hour, as the views count them. */
    private static final Instant START =
            Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofDays(41));

    private static final Instant AGAIN = START.plus(Duration.ofDays(40));

    private static final int OFFICIAL = 7790;
    private static final int COPIES = 200;
    private static final int PAGES = 12;
    private static final String WATER = "vk:-7700_1_0";
    private static final String HOSPITAL = "vk:-7720_1_0";
    private static final String DENIAL = "vk:-7790_1";
    private static final String WATER_AGAIN = "vk:-7740_1_0";

    /** Posts of four pages that have only their link in common, and a question under the first. */
    private static final List<String> SHARING =
            List.of("vk:-7750_1", "vk:-7751_1", "vk:-7752_1", "vk:-7753_1");

    private static final String ASKED = "vk:-7750_1_5";

    private static final List<String> NEWS =
            List.of(
                    "Вечером на площади выступит сводный оркестр районной музыкальной школы",
                    "Библиотека собирает старые фотографии посёлка для большой летней выставки",
                    "Молодые тренеры набирают группу начинающих шахматистов при стадионе",
                    "Пекарня возле вокзала продаёт горячие пирожки с брусникой и творогом");

    private static final String HOSPITAL_STORY =
            "Внимание! Подруга из минздрава сказала, что городскую больницу закроют и продадут под"
                    + " гостиницу, приказ уже подписан. Перешлите всем!";
    private static final String HOSPITAL_DENIAL =
            "Информация о том, что городскую больницу закроют и продадут под гостиницу, не"
                    + " соответствует действительности: приём идёт по расписанию.";
    private static final String BRIDGE_DENIAL =
            "Информация о том, что мост через реку закроют до конца года, не соответствует"
                    + " действительности: ремонт пойдёт ночью.";

    private static StoredTables tables;

    /** Wall time from sending the copies until the alert of growth could be read. */
    private static Duration toldIn;

    @BeforeAll
    static void followTheStories(@InjectMiniCluster MiniCluster cluster) throws Exception {
        tables = new StoredTables(KAFKA, CLICKHOUSE);
        tellWhatPeopleKnow();
        try (LiveJobs jobs = new LiveJobs(cluster, PATIENCE)) {
            jobs.start(
                    MisinformationJob::main,
                    "--kafka",
                    KAFKA.bootstrapServers(),
                    "--checkpoint-interval",
                    "500 ms");
            awaitReferences(jobs);

            long sent = System.nanoTime();
            send(Topic.MESSAGE, Message.class, Message::threadId, stories());
            await(jobs, () -> alerts().containsKey(WATER + "|SPREAD|0"));
            toldIn = Duration.ofNanos(System.nanoTime() - sent);
            await(jobs, () -> isRefuted(WATER, COPIES) && isRefuted(HOSPITAL, 40));
            await(
                    jobs,
                    () -> copies().keySet().containsAll(SHARING) && copies().containsKey(ASKED));

            // After the others: what comes back is told from what never ended by the time between.
            send(
                    Topic.MESSAGE,
                    Message.class,
                    Message::threadId,
                    List.of(Talk.comment(7740, 0, AGAIN, Talk.STORY)));
            await(jobs, () -> suspicions().containsKey(WATER_AGAIN));

            send(
                    Topic.RULE,
                    RuleBookVersion.class,
                    RuleBookVersion::bookId,
                    List.of(
                            Talk.signals(
                                    SignalBook.bundledYaml().replace("weight: 1.9", "weight: 1.8"),
                                    AGAIN)));
            await(jobs, () -> weightOfRepostCall(HOSPITAL) == 1.8);
        }
        send(
                Topic.COUNTER,
                Counter.class,
                Counter::messageId,
                List.of(views(WATER, "vk:-7700", 400), views(DENIAL, "vk:-7790", 300)));
        tables.store();
    }

    private static Counter views(String messageId, String communityId, long views) {
        return new Counter(
                messageId,
                communityId,
                AGAIN,
                CounterKind.SNAPSHOT,
                null,
                null,
                views,
                null,
                null,
                null);
    }

    private static void tellWhatPeopleKnow() {
        Instant registered = START.plus(Duration.ofMinutes(9));
        send(
                Topic.COMMUNITY,
                Community.class,
                Community::communityId,
                List.of(Talk.official(OFFICIAL)));
        send(
                Topic.CLAIM,
                Claim.class,
                Claim::claimId,
                List.of(
                        Talk.claim("it-water", "Городу на две недели отключат воду", null, null),
                        Talk.claim(
                                "it-hospital",
                                "Городскую больницу закроют и продадут под гостиницу",
                                null,
                                null),
                        Talk.claim(
                                "it-bridge", "Мост через реку закроют до конца года", null, null)));
        send(
                Topic.VERDICT,
                Verdict.class,
                Verdict::verdictId,
                List.of(
                        Talk.registered(WATER, "it-water", registered),
                        Talk.rated("it-water", Rating.FAKE, registered.plusSeconds(600)),
                        Talk.registered(HOSPITAL, "it-hospital", registered),
                        Talk.rated("it-hospital", Rating.FAKE, registered.plusSeconds(600))));
    }

    /** Sends official denials of the third claim until every task knows claims and register. */
    private static void awaitReferences(LiveJobs jobs) throws Exception {
        List<String> all = new ArrayList<>();
        int[] round = {0};
        await(
                jobs,
                () -> {
                    Map<String, Copy> copies = copies();
                    boolean known =
                            !all.isEmpty()
                                    && all.stream()
                                            .map(copies::get)
                                            .allMatch(MisinformationJobITCase::isDenialOfBridge);
                    if (!known) {
                        all.clear();
                        List<Message> denials = new ArrayList<>();
                        for (int i = 0; i < 8; i++) {
                            denials.add(
                                    Talk.post(OFFICIAL, 100 + round[0]++, START, BRIDGE_DENIAL));
                        }
                        denials.forEach(denial -> all.add(denial.messageId()));
                        // By their own keys, so that they reach all partitions.
                        send(Topic.MESSAGE, Message.class, Message::messageId, denials);
                        pause(Duration.ofSeconds(2));
                    }
                    return known;
                });
    }

    private static boolean isDenialOfBridge(Copy copy) {
        return copy != null
                && copy.stance() == CopyStance.REFUTATION
                && "it-bridge".equals(copy.claimId());
    }

    private static List<Message> stories() {
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < COPIES; i++) {
            String text =
                    switch (i % 4) {
                        case 1 -> "Девочки, что творится, посмотрите сами. " + Talk.STORY;
                        case 2 -> Talk.STORY.replace("Передайте всем, кого знаете!", "");
                        case 3 -> Talk.STORY.toUpperCase() + " 😱😱";
                        default -> Talk.STORY;
                    };
            messages.add(Talk.comment(7700 + i % PAGES, i, START.plusMillis(i * 2_400L), text));
        }
        for (int i = 0; i < 40; i++) {
            messages.add(Talk.comment(7720 + i % 5, i, START.plusSeconds(i * 10L), HOSPITAL_STORY));
        }
        for (int i = 0; i < NEWS.size(); i++) {
            String text = NEWS.get(i) + " https://novosti.example/a/17?utm_source=" + i;
            messages.add(Talk.post(7750 + i, 1, START.plusSeconds(i * 10L), text));
        }
        messages.add(Talk.comment(7750, 5, START.plusSeconds(90), "Это правда?"));
        messages.add(Talk.post(OFFICIAL, 1, START.plus(Duration.ofMinutes(220)), Talk.DENIAL));
        messages.add(Talk.post(OFFICIAL, 2, START.plus(Duration.ofMinutes(260)), HOSPITAL_DENIAL));
        return messages;
    }

    @Test
    void twoHundredCopiesAreOneStoryRefutedInTime() {
        assertThat(
                        select(
                                "status, copies, pages, burst, claim_id, rating, in_time,"
                                        + " seconds_to_registered, seconds_to_refutation,"
                                        + " refutation_id FROM v_suspicion WHERE"
                                        + " suspicion_id = '"
                                        + WATER
                                        + "'"))
                .isEqualTo("REFUTED\t200\t12\t200\tit-water\tFAKE\ttrue\t540\t13200\tvk:-7790_1");
    }

    @Test
    void growthIsAnAlertAtTheTenthCopyReadableWithinAMinute() {
        Alert growth = alerts().get(WATER + "|SPREAD|0");
        Instant tenth = START.plusMillis(9 * 2_400L);

        assertThat(growth.raisedAt()).isEqualTo(tenth);
        assertThat(growth.clearedAt()).isEqualTo(START.plus(Duration.ofMinutes(220)));
        assertThat(toldIn).isLessThan(Duration.ofSeconds(60));
        assertThat(
                        select(
                                "count(), countIf(raised_at = toDateTime64('"
                                        + tenth.toString().replace("Z", "")
                                        + "', 3, 'UTC')) FROM v_alert WHERE alert_id = '"
                                        + WATER
                                        + "|SPREAD|0'"))
                .isEqualTo("1\t1");
    }

    @Test
    void refutationAfterTheFourHoursIsLateAndTheLineAnAlert() {
        assertThat(
                        select(
                                "status, copies, in_time, seconds_to_refutation FROM v_suspicion WHERE"
                                        + " suspicion_id = '"
                                        + HOSPITAL
                                        + "'"))
                .isEqualTo("REFUTED\t40\tfalse\t15600");
        Alert line = alerts().get(HOSPITAL + "|SPREAD|1");
        assertThat(line.raisedAt()).isEqualTo(START.plus(Duration.ofHours(4)));
        assertThat(line.clearedAt()).isEqualTo(START.plus(Duration.ofMinutes(260)));
        assertThat(line.retracted()).isFalse();
        assertThat(alerts().get(WATER + "|SPREAD|1"))
                .satisfiesAnyOf(
                        alert -> assertThat(alert).isNull(),
                        alert -> assertThat(alert.retracted()).isTrue());
    }

    @Test
    void theSameStoryFortyDaysLaterIsResurfaced() {
        assertThat(
                        select(
                                "status, copies, resurfaced, claim_id FROM v_suspicion WHERE"
                                        + " suspicion_id = '"
                                        + WATER_AGAIN
                                        + "'"))
                .isEqualTo("RESURFACED\t1\ttrue\tit-water");
        assertThat(select("stories, resurfacings FROM v_claim WHERE claim_id = 'it-water'"))
                .isEqualTo("2\t1");
    }

    @Test
    void anotherBookOfSignalsWeighsWhatWasTold() {
        assertThat(weightOfRepostCall(WATER)).isEqualTo(1.8);
        assertThat(suspicions().get(WATER).copies()).isEqualTo(COPIES);
    }

    private static double weightOfRepostCall(String suspicionId) {
        return suspicions().get(suspicionId).signals().stream()
                .filter(signal -> signal.id().equals("repost-call"))
                .mapToDouble(SuspicionSignal::weight)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatSharesALinkIsFollowedAndAQuestionIsAboutThePostAboveIt() {
        assertThat(SHARING).allSatisfy(id -> assertThat(copies().get(id).storyId()).isEqualTo(id));
        assertThat(copies().get(ASKED).stance()).isEqualTo(CopyStance.QUESTION);
        assertThat(copies().get(ASKED).storyId()).isEqualTo("vk:-7750_1");
        assertThat(suspicions()).doesNotContainKeys(SHARING.toArray(String[]::new));
    }

    @Test
    void spreadIsCountedInQuartersOfAnHour() {
        assertThat(
                        select(
                                "dateDiff('minute', min(window_start), max(window_start)),"
                                        + " sumIf(copies, kind = 'STORY'), sumIf(copies, kind ="
                                        + " 'REFUTATION') FROM v_spread WHERE claim_id = 'it-water'"
                                        + " AND window_start < toDateTime64('"
                                        + START.plus(Duration.ofDays(1)).toString().replace("Z", "")
                                        + "', 3, 'UTC')"))
                .isEqualTo("210\t200\t1");
        assertThat(
                        select(
                                "copies, copies_before, copies_after FROM v_story_reach WHERE"
                                        + " suspicion_id = '"
                                        + WATER
                                        + "'"))
                .isEqualTo("200\t200\t0");
    }

    @Test
    void theReachOfARefutationIsThatOfTheDenialOfTheClaim() {
        assertThat(
                        select(
                                "story_views, refutation_views, refutation_share FROM v_story_reach"
                                        + " WHERE suspicion_id = '"
                                        + WATER
                                        + "'"))
                .isEqualTo("400\t300\t0.75");
    }

    private static boolean isRefuted(String suspicionId, int copies) {
        Suspicion suspicion = suspicions().get(suspicionId);
        return suspicion != null
                && suspicion.copies() == copies
                && suspicion.refutedAt() != null
                && suspicion.rating() != null;
    }

    private static Map<String, Suspicion> suspicions() {
        return newest(Topic.SUSPICION, Suspicion.class, Suspicion::suspicionId, Suspicion::version);
    }

    private static Map<String, Alert> alerts() {
        return newest(Topic.ALERT, Alert.class, Alert::alertId, Alert::version);
    }

    private static Map<String, Copy> copies() {
        return newest(Topic.COPY, Copy.class, Copy::messageId, Copy::version);
    }

    private static <T> Map<String, T> newest(
            Topic topic, Class<T> type, Function<T, String> id, ToLongFunction<T> version) {
        JsonCodec<T> codec = JsonCodec.of(type);
        Map<String, T> newest = new HashMap<>();
        KAFKA.readCommitted(topic.topicName())
                .forEach(
                        record -> {
                            if (record.value() == null) {
                                return;
                            }
                            T value;
                            try {
                                value = codec.decode(record.value());
                            } catch (Exception e) {
                                throw new AssertionError(e);
                            }
                            newest.merge(
                                    id.apply(value),
                                    value,
                                    (a, b) ->
                                            version.applyAsLong(b) >= version.applyAsLong(a)
                                                    ? b
                                                    : a);
                        });
        return newest;
    }

    private static <T> void send(
            Topic topic, Class<T> type, Function<T, String> key, List<T> values) {
        JsonCodec<T> codec = JsonCodec.of(type);
        KAFKA.send(
                values.stream()
                        .map(
                                value ->
                                        new ProducerRecord<>(
                                                topic.topicName(),
                                                key.apply(value).getBytes(StandardCharsets.UTF_8),
                                                codec.encode(value)))
                        .toList());
    }

    private static void await(LiveJobs jobs, BooleanSupplier condition) throws Exception {
        assertThat(jobs.await(condition)).as("what is waited for").isTrue();
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String select(String rest) {
        return tables.query("SELECT " + rest);
    }
}
