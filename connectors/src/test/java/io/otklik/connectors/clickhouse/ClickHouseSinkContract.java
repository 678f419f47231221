package io.otklik.connectors.clickhouse;

import io.otklik.connectors.Samples;
import io.otklik.local.clickhouse.testkit.ClickHouseExtension;
import io.otklik.schemas.AuthorKind;
import io.otklik.schemas.Change;
import io.otklik.schemas.Message;
import io.otklik.schemas.MessageType;
import io.otklik.schemas.Platform;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** What every implementation of the sink must do, against the real engine. */
abstract class ClickHouseSinkContract {

    @RegisterExtension static final ClickHouseExtension CLICKHOUSE = new ClickHouseExtension();

    @RegisterExtension
    static final MiniClusterExtension FLINK =
            new MiniClusterExtension(
                    new MiniClusterResourceConfiguration.Builder()
                            .setNumberTaskManagers(1)
                            .setNumberSlotsPerTaskManager(2)
                            .build());

    private static final Duration NEVER = Duration.ofDays(1);

    private static TestDatabase database;

    abstract ClickHouseOptions.Client client();

    /** Records of one table. */
    record Table<T>(ClickHouseTable<T> table, List<T> records) {
        @Override
        public String toString() {
            return table.name();
        }
    }

    static Stream<Table<?>> tables() {
        return Stream.of(
                new Table<>(ClickHouseTable.MESSAGE, Samples.messages()),
                new Table<>(ClickHouseTable.COUNTER, Samples.counters()),
                new Table<>(ClickHouseTable.COMMUNITY, Samples.communities()),
                new Table<>(ClickHouseTable.SLA_POLICY, Samples.slaPolicies()),
                new Table<>(ClickHouseTable.WORK_CALENDAR, Samples.workCalendars()),
                new Table<>(ClickHouseTable.APPEAL, Samples.appeals()),
                new Table<>(ClickHouseTable.APPEAL_EVENT, Samples.appealEvents()),
                new Table<>(ClickHouseTable.ALERT, Samples.alerts()),
                new Table<>(ClickHouseTable.ALERT_DELIVERY, Samples.alertDeliveries()),
                new Table<>(ClickHouseTable.INCIDENT, Samples.incidents()),
                new Table<>(ClickHouseTable.RESPONSE_WINDOW, Samples.responseWindows()),
                new Table<>(ClickHouseTable.CLAIM, Samples.claims()),
                new Table<>(ClickHouseTable.VERDICT, Samples.verdicts()),
                new Table<>(ClickHouseTable.SUSPICION, Samples.suspicions()),
                new Table<>(ClickHouseTable.COPY, Samples.copies()),
                new Table<>(ClickHouseTable.AUDIENCE, Samples.audiences()),
                new Table<>(ClickHouseTable.ENGAGEMENT, Samples.engagementWindows()),
                new Table<>(ClickHouseTable.DEAD_LETTER, Samples.deadLetters()));
    }

    @BeforeAll
    static void makeDatabase() {
        database = new TestDatabase(CLICKHOUSE);
        // The sample from the year 1 is past its term already.
        database.query("SYSTEM STOP TTL MERGES");
    }

    @BeforeEach
    void emptyTables() {
        ClickHouseTable.all().forEach(table -> database.query("TRUNCATE TABLE {db}." + table));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyValueArrivesAsItLeft(Table<?> table) throws Exception {
        store(table, options());

        assertThat(Rows.in(database, table.table()))
                .containsExactlyInAnyOrderElementsOf(Rows.of(table.table(), table.records()));
    }

    @Test
    void repeatedRowsReplaceThemselves() throws Exception {
        Table<Message> table = new Table<>(ClickHouseTable.MESSAGE, Samples.messages());
        store(table, options().withBatch(2, NEVER));
        store(table, options().withBatch(3, NEVER));

        assertThat(database.query("SELECT count() > 8 FROM {db}.message")).isEqualTo("1");
        assertThat(database.query("SELECT count() FROM {db}.message FINAL")).isEqualTo("8");
        assertThat(database.query("SELECT count() FROM {db}.v_message")).isEqualTo("8");
    }

    @Test
    void oneBatchMayReachOverManyMonths() throws Exception {
        List<Message> years =
                IntStream.range(0, 300)
                        .mapToObj(
                                month ->
                                        post(
                                                month,
                                                Instant.parse("2000-01-15T00:00:00Z")
                                                        .atZone(ZoneOffset.UTC)
                                                        .plusMonths(month)
                                                        .toInstant()))
                        .toList();

        store(new Table<>(ClickHouseTable.MESSAGE, years), options());

        assertThat(database.query("SELECT uniqExact(_partition_id) FROM {db}.message"))
                .isEqualTo("300");
    }

    @Test
    void rowsAreVisibleAfterTheIntervalThoughTheBatchIsNotFull() throws Exception {
        JobClient job = start(options().withBatch(1_000_000, Duration.ofMillis(200)), 0);

        await(() -> count() > 10);

        cancel(job);
    }

    @Test
    void completedCheckpointMeansThatEarlierRowsAreStored() throws Exception {
        JobClient job = start(options().withBatch(1_000_000, NEVER), 300);

        await(() -> count() > 10);

        cancel(job);
    }

    @Test
    void serverThatGoesDownInMidRunLosesNothing() throws Exception {
        try (Gate gate = new Gate(CLICKHOUSE.port())) {
            JobClient job =
                    start(through(gate).withBatch(50, Duration.ofMillis(50)), 200, Tick.LAST_ROW);
            await(() -> count() > 100);
            gate.breakAfter(2_000);
            Thread.sleep(300);
            gate.shut();
            long stored = count();
            Thread.sleep(1_500);
            assertThat(job.getJobStatus().get()).isEqualTo(JobStatus.RUNNING);
            gate.open();
            await(() -> count() > stored);
            job.getJobExecutionResult().get(60, TimeUnit.SECONDS);
        }

        assertThat(database.query("SELECT count(), uniqExact(message_id) FROM {db}.message FINAL"))
                .isEqualTo(Tick.LAST_ROW + "\t" + Tick.LAST_ROW);
    }

    @Test
    void serverThatIsDownAtTheStartIsWaitedFor() throws Exception {
        try (Gate gate = new Gate(CLICKHOUSE.port())) {
            gate.shut();
            JobClient job = start(through(gate).withBatch(50, Duration.ofMillis(50)), 0);
            Thread.sleep(1_500);
            assertThat(job.getJobStatus().get().isTerminalState()).isFalse();
            assertThat(count()).isZero();
            gate.open();

            await(() -> count() > 10);

            cancel(job);
        }
    }

    @Test
    void jobCanBeCancelledWhileTheServerIsDown() throws Exception {
        try (Gate gate = new Gate(CLICKHOUSE.port())) {
            gate.shut();
            JobClient job = start(through(gate).withBatch(5, Duration.ofMillis(50)), 0);
            Thread.sleep(1_000);

            cancel(job);
        }
    }

    @Test
    void manyRowsWithHardTextsAreCountedBackWithAnEqualHash() throws Exception {
        ClickHouseSinkVolume.run(database, client());
    }

    @Test
    void passwordIsNowhereInTheJob() throws Exception {
        ClickHouseOptions options = options().withPassword(() -> "s3cret-" + "value");

        byte[] job =
                InstantiationUtil.serializeObject(
                        ClickHouseSinks.sink(ClickHouseTable.MESSAGE, options));

        assertThat(new String(job, StandardCharsets.ISO_8859_1)).doesNotContain("s3cret-value");
        assertThat(options.toString()).doesNotContain("s3cret");
    }

    TestDatabase database() {
        return database;
    }

    ClickHouseOptions options() {
        return database.options().withClient(client()).withBatch(1_000, NEVER);
    }

    private ClickHouseOptions through(Gate gate) {
        return ClickHouseOptions.of(gate.url(), database.name(), "default")
                .withPassword(() -> "")
                .withClient(client());
    }

    <T> void store(Table<T> table, ClickHouseOptions options) throws Exception {
        StreamExecutionEnvironment env = environment(0);
        env.fromData(
                        TypeInformation.of(table.table().type()),
                        table.records().toArray(newArray(table)))
                .sinkTo(ClickHouseSinks.sink(table.table(), options));
        env.execute();
    }

    @SuppressWarnings("unchecked")
    private static <T> T[] newArray(Table<T> table) {
        return (T[]) Array.newInstance(table.table().type(), 0);
    }

    JobClient start(ClickHouseOptions options, long checkpointMillis) throws Exception {
        return start(options, checkpointMillis, Long.MAX_VALUE);
    }

    private JobClient start(ClickHouseOptions options, long checkpointMillis, long rows)
            throws Exception {
        StreamExecutionEnvironment env = environment(checkpointMillis);
        Tick.stream(env, rows)
                .sinkTo(ClickHouseSinks.sink(ClickHouseTable.MESSAGE, options))
                .setParallelism(1);
        return env.executeAsync();
    }

    /** No restarts: what survives does so without Flink's help. */
    static StreamExecutionEnvironment environment(long checkpointMillis) {
        Configuration configuration = new Configuration();
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        env.setParallelism(1);
        if (checkpointMillis > 0) {
            env.enableCheckpointing(checkpointMillis);
        }
        return env;
    }

    long count() {
        return Long.parseLong(database.query("SELECT count() FROM {db}.message"));
    }

    static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for a minute").isLessThan(deadline);
            Thread.sleep(50);
        }
    }

    static void cancel(JobClient job) throws Exception {
        job.cancel().get(30, TimeUnit.SECONDS);
        await(
                () -> {
                    try {
                        return job.getJobStatus().get().isGloballyTerminalState();
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                });
    }

    static Message post(long number, Instant publishedAt) {
        String id = "vk:-9100_" + number;
        return new Message(
                id,
                Platform.VK,
                MessageType.POST,
                "vk:-9100",
                id,
                null,
                null,
                "vk:-9100",
                AuthorKind.COMMUNITY,
                "Отключение воды № " + number,
                List.of(),
                null,
                publishedAt,
                null,
                publishedAt.plusSeconds(1),
                Change.CREATED);
    }
}
