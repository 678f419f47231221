package io.otklik.jobs.store;

import io.otklik.connectors.Samples;
import io.otklik.connectors.kafka.RecordTopic;
import io.otklik.jobs.testkit.StoredTables;
import io.otklik.local.clickhouse.testkit.ClickHouseExtension;
import io.otklik.local.testkit.KafkaExtension;
import io.otklik.schemas.Appeal;
import io.otklik.schemas.Topic;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Records of topics and what is none of theirs, by the job, into the real engine. */
class StoreJobITCase {

    @RegisterExtension static final KafkaExtension KAFKA = new KafkaExtension();
    @RegisterExtension static final ClickHouseExtension CLICKHOUSE = new ClickHouseExtension();

    @RegisterExtension
    static final MiniClusterExtension FLINK =
            new MiniClusterExtension(
                    new MiniClusterResourceConfiguration.Builder()
                            .setNumberTaskManagers(1)
                            .setNumberSlotsPerTaskManager(2)
                            .build());

    private static StoredTables tables;

    @BeforeAll
    static void store() throws Exception {
        tables = new StoredTables(KAFKA, CLICKHOUSE);
        Appeal appeal = Samples.appeals().get(1);
        String plain =
                new String(RecordTopic.APPEAL.codec().encode(appeal), StandardCharsets.UTF_8);
        KAFKA.send(
                Stream.of(
                                plain,
                                plain.replace(appeal.appealId(), "spaced").replace("\":", "\" : "),
                                plain.replace("\"VK\"", "\"VC\""),
                                plain.substring(0, 100))
                        .map(StoreJobITCase::record)
                        .toList());
        tables.store();
    }

    @Test
    void everyRecordIsARowHoweverItsJsonIsWritten() {
        // The broker is shared: other tests' records are stored as well.
        String plain = Samples.appeals().get(1).appealId();
        assertThat(
                        tables.query(
                                "SELECT appeal_id FROM {db}.appeal FINAL WHERE appeal_id IN ('spaced', '%s')"
                                                .formatted(plain)
                                        + " ORDER BY appeal_id"))
                .isEqualTo("spaced\n" + plain);
    }

    @Test
    void whatIsNoRecordIsADeadLetterAndHoldsNothingUp() {
        assertThat(
                        tables.query(
                                "SELECT topic, reason, detail FROM {db}.dead_letter FINAL"
                                        + " WHERE topic = 'appeal' ORDER BY reason"))
                .isEqualTo(
                        "appeal\tINVALID_JSON\tUnexpected end-of-input in field name, at byte 100.\n"
                                + "appeal\tUNKNOWN_VALUE\tField platform is none of VK, OK,"
                                + " TELEGRAM, MAX.");
    }

    private static ProducerRecord<byte[], byte[]> record(String json) {
        return new ProducerRecord<>(
                Topic.APPEAL.topicName(), new byte[] {1}, json.getBytes(StandardCharsets.UTF_8));
    }
}
