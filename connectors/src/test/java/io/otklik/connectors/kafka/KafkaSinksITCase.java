package io.otklik.connectors.kafka;

import io.otklik.connectors.Samples;
import io.otklik.local.kafka.BrokerSettings;
import io.otklik.local.testkit.KafkaExtension;
import io.otklik.schemas.Appeal;
import io.otklik.schemas.AppealEvent;
import io.otklik.schemas.JsonCodec;
import io.otklik.schemas.Message;
import io.otklik.schemas.Topic;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

/** Sinks against a real broker. */
class KafkaSinksITCase {

    @RegisterExtension static final KafkaExtension KAFKA = new KafkaExtension();

    @RegisterExtension
    static final MiniClusterExtension FLINK =
            new MiniClusterExtension(
                    new MiniClusterResourceConfiguration.Builder()
                            .setNumberSlotsPerTaskManager(1)
                            .build());

    private static final int ROWS = 2_000;

    @BeforeAll
    static void createTopics() {
        KAFKA.createTopics(Topic.MESSAGE, Topic.APPEAL, Topic.APPEAL_EVENT);
    }

    @Test
    void eachRecordIsCommittedOnceThoughTheJobFailedInMidRun() throws Exception {
        StreamExecutionEnvironment env = Jobs.environment(300);
        env.fromSource(
                        new DataGeneratorSource<>(
                                number ->
                                        Messages.at(
                                                number.toString(),
                                                Instant.ofEpochMilli(1_767_225_600_000L + number)),
                                ROWS,
                                RateLimiterStrategy.perSecond(700),
                                TypeInformation.of(Message.class)),
                        WatermarkStrategy.noWatermarks(),
                        "messages")
                .map(new FailOnce())
                .sinkTo(
                        KafkaSinks.records(
                                RecordTopic.MESSAGE,
                                options("once"),
                                "message",
                                DeliveryGuarantee.EXACTLY_ONCE));
        env.execute();

        List<ConsumerRecord<byte[], byte[]>> committed =
                KAFKA.readCommitted(Topic.MESSAGE.topicName());
        assertThat(committed).hasSize(ROWS);
        assertThat(committed.stream().map(r -> value(r).text()).collect(Collectors.toSet()))
                .hasSize(ROWS);
        // Offsets count what was written: aborted records too (and a few transaction markers).
        assertThat(FailOnce.FAILED).isTrue();
        assertThat(committed.stream().mapToLong(ConsumerRecord::offset).max().orElseThrow())
                .isGreaterThanOrEqualTo(ROWS + FailOnce.LOST);
    }

    /**
     * A job that comes back commits what each of its sinks had written by the checkpoint; a sink of
     * the same topic starts meanwhile and aborts what it takes for its own.
     */
    @ParameterizedTest
    @CsvSource({"message, message-resolved", "message-resolved, message", "message, message.b"})
    void sinkThatStartsLeavesTheOpenTransactionsOfAnotherSinkOfItsTopic(
            String starting, String pending) throws Exception {
        KafkaOptions options = options("two-sinks");
        try (KafkaProducer<byte[], byte[]> other =
                producer(KafkaSinks.transactionalIdPrefix(options, pending) + "-0-3")) {
            other.initTransactions();
            other.beginTransaction();
            other.send(new ProducerRecord<>(Topic.APPEAL_EVENT.topicName(), new byte[] {1})).get();

            StreamExecutionEnvironment env = Jobs.environment(200);
            env.fromData(TypeInformation.of(AppealEvent.class), Samples.appealEvents().get(0))
                    .sinkTo(
                            KafkaSinks.records(
                                    RecordTopic.APPEAL_EVENT,
                                    options,
                                    starting,
                                    DeliveryGuarantee.EXACTLY_ONCE));
            env.execute();

            assertThatNoException().isThrownBy(other::commitTransaction);
        }
    }

    /** What a power cut leaves between a checkpoint and its commit waits so long for the job. */
    @Test
    void theLocalBrokerKeepsAnOpenTransactionForDays() throws Exception {
        StreamExecutionEnvironment env = Jobs.environment(500);
        env.fromSource(
                        new DataGeneratorSource<>(
                                number -> Messages.at(number.toString(), Instant.EPOCH),
                                Long.MAX_VALUE,
                                RateLimiterStrategy.perSecond(100),
                                TypeInformation.of(Message.class)),
                        WatermarkStrategy.noWatermarks(),
                        "messages")
                .sinkTo(
                        KafkaSinks.records(
                                RecordTopic.MESSAGE,
                                options("days")
                                        .withTransactionTimeout(BrokerSettings.LONGEST_TRANSACTION),
                                "message",
                                DeliveryGuarantee.EXACTLY_ONCE));
        JobClient job = env.executeAsync();
        try (Admin admin =
                Admin.create(
                        Map.of(
                                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                                KAFKA.bootstrapServers()))) {
            assertThat(openTransactionTimeout(admin, "otklik-days:", job))
                    .isEqualTo(Duration.ofDays(14));
        } finally {
            job.cancel().get();
        }
    }

    @Test
    void recordHasItsKeyAndItsEventTimeUnlessThatLiesInTheFuture() throws Exception {
        Instant future = Instant.now().plusSeconds(400L * 86_400);
        Appeal appeal = Samples.appeals().get(0);
        Appeal later =
                JsonCodec.of(Appeal.class)
                        .decode(
                                new String(
                                                JsonCodec.of(Appeal.class).encode(appeal),
                                                StandardCharsets.UTF_8)
                                        .replaceFirst(
                                                "\"updatedAt\":\"[^\"]*\"",
                                                "\"updatedAt\":\""
                                                        + future.toString().substring(0, 19)
                                                        + "Z\"")
                                        .getBytes(StandardCharsets.UTF_8));
        StreamExecutionEnvironment env = Jobs.environment(200);
        env.fromData(TypeInformation.of(Appeal.class), appeal, later)
                .sinkTo(
                        KafkaSinks.records(
                                RecordTopic.APPEAL,
                                options("key"),
                                "appeal",
                                DeliveryGuarantee.AT_LEAST_ONCE));
        env.execute();

        List<ConsumerRecord<byte[], byte[]>> read =
                KAFKA.readCommitted(Topic.APPEAL.topicName(), 2);
        assertThat(read)
                .allSatisfy(r -> assertThat(r.key()).asString().isEqualTo(appeal.appealId()));
        assertThat(read.get(0).timestamp())
                .isEqualTo(Math.min(appeal.updatedAt().toEpochMilli(), read.get(0).timestamp()));
        assertThat(read.get(1).timestamp()).isLessThanOrEqualTo(System.currentTimeMillis());
        assertThat(JsonCodec.of(Appeal.class).decode(read.get(0).value())).isEqualTo(appeal);
    }

    private static Duration openTransactionTimeout(Admin admin, String prefix, JobClient job)
            throws Exception {
        Instant deadline = Instant.now().plusSeconds(30);
        while (Instant.now().isBefore(deadline)) {
            for (TransactionListing open : admin.listTransactions().all().get()) {
                String id = open.transactionalId();
                if (id.startsWith(prefix) && open.state() == TransactionState.ONGOING) {
                    return Duration.ofMillis(
                            admin.describeTransactions(List.of(id))
                                    .description(id)
                                    .get()
                                    .transactionTimeoutMs());
                }
            }
            Thread.sleep(50);
        }
        throw new AssertionError(
                "No transaction was opened; the job is " + job.getJobStatus().get());
    }

    private static KafkaProducer<byte[], byte[]> producer(String transactionalId) {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        KAFKA.bootstrapServers(),
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        transactionalId),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private static KafkaOptions options(String job) {
        return KafkaOptions.of(KAFKA.bootstrapServers(), job);
    }

    private static Message value(ConsumerRecord<byte[], byte[]> record) {
        try {
            return JsonCodec.of(Message.class).decode(record.value());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /**
     * Fails once, after a checkpoint and before the next one, when the broker has what was written
     * between.
     */
    private static final class FailOnce
            implements MapFunction<Message, Message>, CheckpointedFunction {
        private static final long serialVersionUID = 1L;
        private static final int LOST = 100;
        private static final long SENDING_MILLIS = 500;
        private static final AtomicBoolean FAILED = new AtomicBoolean();

        private boolean checkpointed;
        private int sinceCheckpoint;

        @Override
        public Message map(Message message) throws InterruptedException {
            sinceCheckpoint++;
            if (checkpointed && sinceCheckpoint > LOST && !FAILED.getAndSet(true)) {
                // No checkpoint comes between: it would wait for this record to be through.
                Thread.sleep(SENDING_MILLIS);
                throw new IllegalStateException("on purpose");
            }
            return message;
        }

        @Override
        public void snapshotState(FunctionSnapshotContext context) {
            checkpointed = true;
            sinceCheckpoint = 0;
        }

        @Override
        public void initializeState(FunctionInitializationContext context) {
            // Counts anew after a restart.
        }
    }
}
