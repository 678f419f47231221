package io.otklik.jobs;

import io.otklik.connectors.kafka.RawRecords;
import io.otklik.connectors.platform.BrokenPayloads;
import io.otklik.connectors.platform.BrokenPayloads.BrokenPayload;
import io.otklik.connectors.platform.GoldenPayloads;
import io.otklik.jobs.appeals.AppealsJob;
import io.otklik.jobs.engagement.EngagementJob;
import io.otklik.jobs.normalize.NormalizeJob;
import io.otklik.jobs.testkit.StoredTables;
import io.otklik.local.clickhouse.testkit.ClickHouseExtension;
import io.otklik.local.testkit.KafkaExtension;
import io.otklik.schemas.Topic;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** The main way on real parts: raw topics, the three jobs one after another, rows in ClickHouse. */
class JobsITCase {

    @RegisterExtension static final KafkaExtension KAFKA = new KafkaExtension();
    @RegisterExtension static final ClickHouseExtension CLICKHOUSE = new ClickHouseExtension();

    @RegisterExtension
    static final MiniClusterExtension FLINK =
            new MiniClusterExtension(
                    new MiniClusterResourceConfiguration.Builder()
                            .setNumberTaskManagers(1)
                            .setNumberSlotsPerTaskManager(2)
                            .build());

    private static final String REGISTER =
            """
            {"communityId":"vk:-900","platform":"VK","name":"Наш район","agencyId":"district",
             "agencyName":"Администрация района","level":"Муниципальный",
             "updatedAt":"2026-10-01T00:00:00.000Z"}
            """;

    private static final String[] VK = {
        """
        {"type":"wall_post_new","group_id":900,"event_id":"e1","v":"5.199","object":{"id":10,
         "owner_id":-900,"from_id":-900,"date":1759640400,"text":"Новости района"}}
        """,
        """
        {"type":"wall_reply_new","group_id":900,"event_id":"e2","v":"5.199","object":{"id":11,
         "from_id":501,"date":1759640460,"post_id":10,"post_owner_id":-900,
         "text":"Когда починят фонари на Вишнёвой 3? Звоните +7 900 000-00-11"}}
        """,
        """
        {"type":"wall_reply_new","group_id":900,"event_id":"e3","v":"5.199","object":{"id":12,
         "from_id":-900,"date":1759644060,"post_id":10,"post_owner_id":-900,"reply_to_user":501,
         "reply_to_comment":11,"parents_stack":[11],"text":"[id501|Анна], фонари починили сегодня утром"}}
        """,
        """
        {"type":"wall_reply_new","group_id":900,"event_id":"e4","v":"5.199","object":{"id":13,
         "from_id":502,"date":1759644120,"post_id":10,"post_owner_id":-900,"text":"Спасибо!"}}
        """,
        """
        {"type":"wall_reply_new","group_id":900,"event_id":"e5","v":"5.199","object":{"id":14,
         "from_id":503,"date":1759644180,"post_id":10,"post_owner_id":-900,
         "text":"Прошу убрать мусор у дома 8 на Речной"}}
        """,
        """
        {"type":"like_add","group_id":900,"event_id":"e6","v":"5.199","object":{"liker_id":504,
         "object_type":"post","object_owner_id":-900,"object_id":10,"thread_reply_id":0,"post_id":0}}
        """,
        "{\"type\":\"wall_reply_new\",\"group_id\":900,\"object\":{\"id\":15",
        """
        {"type":"group_join","group_id":900,"event_id":"e7","v":"5.199","object":{"user_id":505}}
        """
    };

    private static final List<BrokenPayload> BROKEN = BrokenPayloads.all();

    private static StoredTables tables;

    @BeforeAll
    static void runTheJobs() throws Exception {
        tables = new StoredTables(KAFKA, CLICKHOUSE);
        KAFKA.send(
                List.of(
                        new ProducerRecord<>(
                                Topic.COMMUNITY.topicName(), bytes("vk:-900"), bytes(REGISTER))));
        KAFKA.sendValues(
                Topic.RAW_VK.topicName(),
                Arrays.stream(VK).map(JobsITCase::bytes).toArray(byte[][]::new));
        KAFKA.send(BROKEN.stream().map(JobsITCase::rawRecord).toList());
        String[] bounded = {"--kafka", KAFKA.bootstrapServers(), "--bounded", "true"};
        NormalizeJob.main(bounded);
        AppealsJob.main(bounded);
        EngagementJob.main(bounded);
        tables.store();
    }

    @Test
    void everyMessageIsARow() {
        assertThat(
                        select(
                                "count(), countIf(type = 'POST') FROM v_message WHERE community_id ="
                                        + " 'vk:-900'"))
                .isEqualTo("5\t1");
    }

    @Test
    void theAnsweredAppealHasItsResponseTimeAndAgency() {
        assertThat(
                        select(
                                "status, first_answer_id, first_response_millis, agency_name FROM"
                                        + " v_appeal WHERE appeal_id = 'vk:-900_10_11'"))
                .isEqualTo("ANSWERED\tvk:-900_10_12\t3600000\tАдминистрация района");
    }

    @Test
    void theOtherAppealIsOpenAndThanksAreExcluded() {
        assertThat(
                        select(
                                "appeal_id, status FROM v_appeal WHERE community_id = 'vk:-900' ORDER"
                                        + " BY appeal_id"))
                .isEqualTo("vk:-900_10_11\tANSWERED\nvk:-900_10_14\tOPEN");
        assertThat(
                        select(
                                "appeal_id, type FROM v_appeal_event WHERE type = 'EXCLUDED' AND"
                                        + " community_id = 'vk:-900'"))
                .isEqualTo("vk:-900_10_13\tEXCLUDED");
    }

    @Test
    void noPersonalIdOrPhoneIsStored() {
        assertThat(select("countIf(author_id LIKE '%501%' OR text LIKE '%501%') FROM message"))
                .isEqualTo("0");
        assertThat(select("text FROM v_message WHERE message_id = 'vk:-900_10_11'"))
                .isEqualTo("Когда починят фонари на Вишнёвой 3? Звоните [телефон]");
        assertThat(select("text FROM v_message WHERE message_id = 'vk:-900_10_12'"))
                .isEqualTo("Анна, фонари починили сегодня утром");
    }

    @Test
    void aLikeIsACounter() {
        assertThat(select("message_id, likes FROM counter WHERE community_id = 'vk:-900'"))
                .isEqualTo("vk:-900_10\t1");
    }

    @Test
    void whatThePageGainedIsARowOfEachDimension() {
        assertThat(
                        select(
                                "dimension, registered, sum(posts), sum(comments), sum(likes) FROM"
                                        + " v_engagement WHERE size = 'HOUR' AND (community_id ="
                                        + " 'vk:-900' OR agency_id = 'district') GROUP BY dimension,"
                                        + " registered ORDER BY dimension"))
                .isEqualTo("AGENCY\ttrue\t1\t3\t1\nCOMMUNITY\ttrue\t1\t3\t1\nPOST\ttrue\t1\t3\t1");
    }

    @Test
    void whatCannotBeReadIsADeadLetterWithItsReason() {
        assertThat(select("reason FROM v_dead_letter WHERE at > '2026-11-01' ORDER BY reason"))
                .isEqualTo("IGNORED_EVENT\nINVALID_JSON");
    }

    @Test
    void everyKindOfBrokenPayloadIsOneDeadLetterWithItsOwnReason() {
        assertThat(BROKEN).hasSizeGreaterThan(200);
        assertThat(
                        select(
                                "count(), uniqExact(reason, detail) FROM v_dead_letter WHERE at <"
                                        + " '2026-11-01'"))
                .isEqualTo(BROKEN.size() + "\t" + BROKEN.size());
    }

    private static String select(String rest) {
        return tables.query("SELECT " + rest);
    }

    private static ProducerRecord<byte[], byte[]> rawRecord(BrokenPayload broken) {
        Topic topic =
                switch (broken.format()) {
                    case "vk" -> Topic.RAW_VK;
                    case "telegram" -> Topic.RAW_TELEGRAM;
                    default -> Topic.RAW_MESSAGE;
                };
        return RawRecords.of(
                topic, null, broken.payload(), GoldenPayloads.RECEIVED_AT.toEpochMilli());
    }

    private static byte[] bytes(String text) {
        return text.strip().getBytes(StandardCharsets.UTF_8);
    }
}
