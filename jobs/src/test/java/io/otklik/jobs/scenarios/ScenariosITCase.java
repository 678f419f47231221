package io.otklik.jobs.scenarios;

import io.otklik.jobs.appeals.AppealsJob;
import io.otklik.jobs.normalize.NormalizeJob;
import io.otklik.jobs.response.ResponseJob;
import io.otklik.jobs.testkit.StoredTables;
import io.otklik.local.clickhouse.testkit.ClickHouseExtension;
import io.otklik.local.testkit.KafkaExtension;
import io.otklik.schemas.Community;
import io.otklik.schemas.JsonCodec;
import io.otklik.schemas.SlaPolicy;
import io.otklik.schemas.Topic;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The acceptance scenarios of {@code deploy/samples/scenarios} through the real jobs, all at once:
 * what the tables hold afterwards is what stands beside each scenario's messages. {@code
 * -Dotklik.write=true} writes the expected rows anew; read them before they are committed.
 */
class ScenariosITCase {

    @RegisterExtension static final KafkaExtension KAFKA = new KafkaExtension();
    @RegisterExtension static final ClickHouseExtension CLICKHOUSE = new ClickHouseExtension();

    @RegisterExtension
    static final MiniClusterExtension FLINK =
            new MiniClusterExtension(
                    new MiniClusterResourceConfiguration.Builder()
                            .setNumberTaskManagers(1)
                            .setNumberSlotsPerTaskManager(2)
                            .build());

    /** After every term of every scenario. */
    private static final String END = "2026-07-01T00:00:00Z";

    private static StoredTables tables;

    static List<Scenario> scenarios() {
        return Scenario.all();
    }

    @BeforeAll
    static void runTheJobs() throws Exception {
        tables = new StoredTables(KAFKA, CLICKHOUSE);
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (Scenario scenario : scenarios()) {
            for (Community page : scenario.register()) {
                records.add(
                        record(
                                Topic.COMMUNITY,
                                page.communityId(),
                                JsonCodec.of(Community.class).encode(page)));
            }
            for (SlaPolicy policy : scenario.policies()) {
                records.add(
                        record(
                                Topic.SLA_POLICY,
                                policy.versionId(),
                                JsonCodec.of(SlaPolicy.class).encode(policy)));
            }
            for (String message : scenario.messages()) {
                records.add(
                        record(
                                Topic.RAW_MESSAGE,
                                scenario.register().get(0).communityId(),
                                bytes(message)));
            }
        }
        KAFKA.send(records);
        String[] bounded = {"--kafka", KAFKA.bootstrapServers(), "--bounded", "true"};
        NormalizeJob.main(bounded);
        AppealsJob.main(
                new String[] {
                    "--kafka", KAFKA.bootstrapServers(), "--bounded", "true", "--end", END
                });
        ResponseJob.main(bounded);
        tables.store();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void theTablesHoldTheExpectedRows(Scenario scenario) throws Exception {
        assertThat(scenario.expected()).as("kinds of expected rows").isNotEmpty();
        for (Path expected : scenario.expected()) {
            String rows = tables.query(scenario.sql(expected) + " FORMAT TSVWithNames");
            if (Boolean.getBoolean("otklik.write")) {
                Files.writeString(expected, rows + '\n');
            }
            assertThat(rows.lines())
                    .as("%s of %s", expected.getFileName(), scenario)
                    .containsExactlyElementsOf(Files.readAllLines(expected));
        }
    }

    private static ProducerRecord<byte[], byte[]> record(Topic topic, String key, byte[] value) {
        return new ProducerRecord<>(topic.topicName(), bytes(key), value);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
