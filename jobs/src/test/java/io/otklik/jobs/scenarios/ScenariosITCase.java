package io.otklik.jobs.scenarios;

import io.otklik.jobs.appeals.AppealsJob;
import io.otklik.jobs.misinformation.MisinformationJob;
import io.otklik.jobs.normalize.NormalizeJob;
import io.otklik.jobs.response.ResponseJob;
import io.otklik.jobs.testkit.LiveJobs;
import io.otklik.jobs.testkit.StoredTables;
import io.otklik.local.clickhouse.testkit.ClickHouseExtension;
import io.otklik.local.testkit.KafkaExtension;
import io.otklik.schemas.Claim;
import io.otklik.schemas.Community;
import io.otklik.schemas.JsonCodec;
import io.otklik.schemas.SlaPolicy;
import io.otklik.schemas.Topic;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.util.TestStreamEnvironment;
import org.apache.flink.test.junit5.InjectMiniCluster;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The acceptance scenarios of {@code deploy/samples/scenarios} through the real jobs: what the
 * tables hold afterwards is what stands beside each scenario's messages; of those in steps, after
 * each step. {@code -Dotklik.write=true} writes the expected rows anew; read them before they are
 * committed.
 */
class ScenariosITCase {

    private static final int PARALLELISM = 2;

    /** Of the jobs that run at the same time. */
    private static final int SLOTS = 3 * PARALLELISM;

    @RegisterExtension static final KafkaExtension KAFKA = new KafkaExtension();
    @RegisterExtension static final ClickHouseExtension CLICKHOUSE = new ClickHouseExtension();

    @RegisterExtension
    static final MiniClusterExtension FLINK =
            new MiniClusterExtension(
                    new MiniClusterResourceConfiguration.Builder()
                            .setNumberTaskManagers(1)
                            .setNumberSlotsPerTaskManager(SLOTS)
                            .build());

    /** After every term of every scenario. */
    private static final String END = "2026-07-01T00:00:00Z";

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final boolean WRITE = Boolean.getBoolean("otklik.write");

    private static StoredTables tables;

    /** What scenarios in steps led to, as each step was over. */
    private static final Map<Path, String> STEPS = new HashMap<>();

    static List<Scenario> scenarios() {
        return Scenario.all();
    }

    @BeforeAll
    static void runTheJobs(@InjectMiniCluster MiniCluster cluster) throws Exception {
        TestStreamEnvironment.setAsContext(cluster, PARALLELISM);
        tables = new StoredTables(KAFKA, CLICKHOUSE);
        runTheSteps(cluster);
        for (Scenario scenario : scenarios()) {
            if (!scenario.isInSteps()) {
                scenario.steps().forEach(ScenariosITCase::feed);
            }
        }
        String[] bounded = {"--kafka", KAFKA.bootstrapServers(), "--bounded", "true"};
        NormalizeJob.main(bounded);
        AppealsJob.main(
                new String[] {
                    "--kafka", KAFKA.bootstrapServers(), "--bounded", "true", "--end", END
                });
        ResponseJob.main(bounded);
        tables.store();
    }

    /** Live, for what is to be known before messages come must be read before. */
    private static void runTheSteps(MiniCluster cluster) throws Exception {
        try (LiveJobs jobs = new LiveJobs(cluster, PATIENCE)) {
            String[] live = {
                "--kafka", KAFKA.bootstrapServers(), "--checkpoint-interval", "500 ms"
            };
            jobs.start(NormalizeJob::main, live);
            jobs.start(MisinformationJob::main, live);
            tables.storeOn(jobs);
            jobs.awaitRunning();
            for (Scenario scenario : scenarios()) {
                if (scenario.isInSteps()) {
                    for (ScenarioStep step : scenario.steps()) {
                        feed(step);
                        for (Path expected : step.expected()) {
                            await(jobs, scenario, expected);
                        }
                    }
                }
            }
        }
    }

    /** Until the expected rows stand there; when they are written, until nothing changes. */
    private static void await(LiveJobs jobs, Scenario scenario, Path expected) throws Exception {
        String awaited = WRITE ? null : ScenarioStep.read(expected).strip();
        int[] unchanged = {0};
        jobs.await(
                () -> {
                    String rows = query(scenario, expected);
                    unchanged[0] = rows.equals(STEPS.put(expected, rows)) ? unchanged[0] + 1 : 0;
                    return WRITE ? unchanged[0] == 50 : rows.equals(awaited);
                });
    }

    private static String query(Scenario scenario, Path expected) {
        return tables.query(scenario.sql(expected) + " FORMAT TSVWithNames");
    }

    private static void feed(ScenarioStep step) {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (Community page : step.register()) {
            records.add(
                    record(
                            Topic.COMMUNITY,
                            page.communityId(),
                            JsonCodec.of(Community.class).encode(page)));
        }
        for (SlaPolicy policy : step.policies()) {
            records.add(
                    record(
                            Topic.SLA_POLICY,
                            policy.versionId(),
                            JsonCodec.of(SlaPolicy.class).encode(policy)));
        }
        for (Claim claim : step.claims()) {
            records.add(
                    record(Topic.CLAIM, claim.claimId(), JsonCodec.of(Claim.class).encode(claim)));
        }
        for (String audience : step.audience()) {
            records.add(record(Topic.AUDIENCE, step.toString(), bytes(audience)));
        }
        for (String message : step.messages()) {
            records.add(record(Topic.RAW_MESSAGE, step.toString(), bytes(message)));
        }
        KAFKA.send(records);
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void theTablesHoldTheExpectedRows(Scenario scenario) throws Exception {
        List<Path> all = scenario.steps().stream().flatMap(s -> s.expected().stream()).toList();
        assertThat(all).as("kinds of expected rows").isNotEmpty();
        for (Path expected : all) {
            String rows = scenario.isInSteps() ? STEPS.get(expected) : query(scenario, expected);
            if (WRITE) {
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
