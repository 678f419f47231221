package io.otklik.jobs.appeals;

import io.otklik.jobs.testkit.CommittedRows;
import io.otklik.jobs.testkit.CommittedRows.Row;
import io.otklik.schemas.Alert;
import io.otklik.schemas.Appeal;
import io.otklik.schemas.AppealEvent;
import io.otklik.schemas.Message;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.util.TestStreamEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random threads, disturbed, through the whole pipeline on a cluster: once in peace and once while
 * TaskManagers are killed, against {@link NaiveAppeals}. As many threads as {@code
 * -Dotklik.oracle.threads=N} says; 18,500 make 200,000 messages with the repeated ones.
 */
class AppealsRecoveryITCase {

    private static final int THREADS = Integer.getInteger("otklik.oracle.threads", 80);
    private static final int KILLS = 3;

    /** So long a run takes, so that there is something to kill. */
    private static final int SECONDS = 5;

    /** Sources and the pipeline run in this JVM: they need no copy of the messages. */
    private static ManyThreads threads;

    private static List<Message> messages;

    /** The JobManager's memory, the default, takes no more than 5 MiB of a task. */
    @TempDir private static Path checkpoints;

    private static final AtomicInteger READ = new AtomicInteger();
    private static final AtomicInteger ATTEMPTS = new AtomicInteger();

    @Test
    void rowsAreTheOraclesThoughTaskManagersAreKilled() throws Exception {
        threads = new ManyThreads(THREADS);
        messages = threads.disturbed(1);
        TreeSet<String> expected = threads.expected();

        TreeSet<String> inPeace = run("in-peace", 0);
        assertThat(differences(inPeace, expected)).isEmpty();
        assertThat(ATTEMPTS).hasValue(1);

        TreeSet<String> killed = run("killed", KILLS);
        assertThat(differences(killed, expected)).isEmpty();
        assertThat(ATTEMPTS.get()).as("attempts").isGreaterThan(KILLS);
        System.out.printf(
                "recovery: %,d messages of %,d threads, %,d rows; sha-256 in peace %s, after %d kills %s%n",
                messages.size(), THREADS, expected.size(), hash(inPeace), KILLS, hash(killed));
    }

    /** What one has and the other has not: of tens of thousands of lines only these tell. */
    private static TreeSet<String> differences(Set<String> found, Set<String> expected) {
        TreeSet<String> differences = new TreeSet<>();
        found.stream()
                .filter(line -> !expected.contains(line))
                .forEach(line -> differences.add("+ " + line));
        expected.stream()
                .filter(line -> !found.contains(line))
                .forEach(line -> differences.add("- " + line));
        return differences;
    }

    private static TreeSet<String> run(String table, int kills) throws Exception {
        READ.set(0);
        ATTEMPTS.set(0);
        try (MiniCluster cluster =
                new MiniCluster(
                        new MiniClusterConfiguration.Builder()
                                .setNumTaskManagers(2)
                                .setNumSlotsPerTaskManager(1)
                                .withRandomPorts()
                                .build())) {
            cluster.start();
            StreamExecutionEnvironment env = new TestStreamEnvironment(cluster, 2);
            define(env, table);
            JobClient job = env.executeAsync("recovery");
            for (int kill = 0; kill < kills; kill++) {
                while (READ.get() < messages.size() / (kills + 1) * (kill + 1)) {
                    Thread.sleep(20);
                }
                cluster.terminateTaskManager(kill).get();
                cluster.startTaskManager();
            }
            job.getJobExecutionResult().get();
        }
        return CommittedRows.of(table);
    }

    private static void define(StreamExecutionEnvironment env, String table) {
        Configuration settings = new Configuration();
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        settings.set(
                RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(100));
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 100);
        settings.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        settings.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString());
        env.configure(settings);
        // Of all the state each time: the more there is, the more seldom.
        env.enableCheckpointing(300 + THREADS / 10);
        DataStream<Message> changes =
                env.fromSource(
                                source(index -> messages.get(index.intValue()), Message.class),
                                WatermarkStrategy.<Message>forBoundedOutOfOrderness(
                                                Duration.ofMinutes(30))
                                        .withTimestampAssigner(
                                                (message, none) ->
                                                        message.changedAt().toEpochMilli()),
                                "messages")
                        .uid("messages")
                        .setParallelism(1)
                        .map(new Counted())
                        .uid("counted")
                        .setParallelism(1);
        DataStream<Reference> references =
                env.fromSource(
                                new DataGeneratorSource<>(
                                        index -> threads.references().get(index.intValue()),
                                        threads.references().size(),
                                        TypeInformation.of(Reference.class)),
                                WatermarkStrategy.noWatermarks(),
                                "references")
                        .uid("references")
                        .setParallelism(1);
        AppealsPipeline.define(
                changes,
                references,
                new FollowAppealsOperator(
                        new FollowAppeals(
                                Duration.ofDays(90), Messages.at(threads.last()), Labels::new)),
                appeals ->
                        appeals.sinkTo(new CommittedRows<>(table, AppealsRecoveryITCase::row))
                                .uid("appeals"),
                events ->
                        events.sinkTo(new CommittedRows<>(table, AppealsRecoveryITCase::row))
                                .uid("events"),
                alerts ->
                        alerts.sinkTo(new CommittedRows<>(table, AppealsRecoveryITCase::row))
                                .uid("alerts"));
    }

    private static <T> DataGeneratorSource<T> source(
            GeneratorFunction<Long, T> generator, Class<T> type) {
        return new DataGeneratorSource<>(
                generator,
                messages.size(),
                RateLimiterStrategy.perSecond(Math.max(1, messages.size() / SECONDS)),
                TypeInformation.of(type));
    }

    private static Row row(Appeal appeal) {
        return row(appeal.appealId(), appeal.version(), appeal.retracted(), OracleLines.of(appeal));
    }

    private static Row row(AppealEvent event) {
        return row(event.eventId(), event.version(), event.retracted(), OracleLines.of(event));
    }

    private static Row row(Alert alert) {
        return row(
                "alert " + alert.alertId(),
                alert.version(),
                alert.retracted(),
                OracleLines.of(alert));
    }

    private static Row row(String id, long version, boolean retracted, String text) {
        return new Row(id, version, retracted ? null : text);
    }

    private static String hash(TreeSet<String> lines) throws Exception {
        byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
                .substring(0, 16);
    }

    /** Says how far the source is and how often it was started. */
    private static final class Counted extends RichMapFunction<Message, Message> {
        private static final long serialVersionUID = 1L;

        @Override
        public void open(OpenContext context) {
            ATTEMPTS.incrementAndGet();
        }

        @Override
        public Message map(Message message) {
            READ.incrementAndGet();
            return message;
        }
    }
}
