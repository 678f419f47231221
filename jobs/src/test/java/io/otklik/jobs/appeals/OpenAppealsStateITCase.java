package io.otklik.jobs.appeals;

import io.otklik.jobs.testkit.Gate;
import io.otklik.jobs.testkit.RocksDbCluster;
import io.otklik.schemas.Appeal;
import io.otklik.schemas.AppealStatus;
import io.otklik.schemas.AuthorKind;
import io.otklik.schemas.Change;
import io.otklik.schemas.Message;
import io.otklik.schemas.MessageType;
import io.otklik.schemas.Platform;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.checkpoint.CompletedCheckpointStats;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Open appeals in RocksDB, by the models that come with the jobs: how much state they are, what a
 * checkpoint of it takes, and that nothing is left when all are answered and forgotten. As many as
 * {@code -Dotklik.state.appeals=N} says, which are forgotten after {@code
 * -Dotklik.state.retention=SECONDS}: that must be longer than writing them all takes.
 */
class OpenAppealsStateITCase {

    private static final long APPEALS = Long.getLong("otklik.state.appeals", 2_000);
    private static final Duration RETENTION =
            Duration.ofSeconds(Long.getLong("otklik.state.retention", 30 + APPEALS / 2_000));

    private static final Duration CHECKPOINTS = Duration.ofMillis(APPEALS > 100_000 ? 5_000 : 500);
    private static final Instant START = Instant.parse("2026-10-05T06:00:00Z");

    /** State that a job without any thread has. */
    private static final long NEARLY_NOTHING = 64 << 10;

    private static final CompletableFuture<Void> ANSWERS_MAY_COME = new CompletableFuture<>();

    private static final LongAdder OPENED = new LongAdder();
    private static final LongAdder ANSWERED = new LongAdder();

    @TempDir private Path folder;

    @Test
    void stateIsBoundedAndGoesWithTheAppeals() throws Exception {
        try (RocksDbCluster cluster = new RocksDbCluster(folder)) {
            JobClient job = start(cluster);
            double openedIn = await(OPENED, APPEALS);
            CompletedCheckpointStats full = cluster.nextCheckpoint(job);
            report("all open", APPEALS / openedIn, full);
            assertThat(full.getStateSize()).isGreaterThan(APPEALS * 100);

            ANSWERS_MAY_COME.complete(null);
            double answeredIn = await(ANSWERED, APPEALS);
            report("all answered", APPEALS / answeredIn, cluster.nextCheckpoint(job));

            Thread.sleep(RETENTION.toMillis());
            long left =
                    cluster.awaitForgotten(
                            job, NEARLY_NOTHING, RETENTION.multipliedBy(2).plusMinutes(1));
            report("all forgotten", 0, cluster.nextCheckpoint(job));
            System.out.printf("state: %,d bytes are left%n", left);
            job.cancel().get();
        }
    }

    private static JobClient start(RocksDbCluster cluster) throws Exception {
        StreamExecutionEnvironment env = cluster.environment(CHECKPOINTS);
        DataStream<Message> messages =
                Gate.source(
                        env,
                        "messages",
                        Message.class,
                        OpenAppealsStateITCase::message,
                        () -> new Gate(APPEALS, ANSWERS_MAY_COME, APPEALS),
                        WatermarkStrategy.<Message>forMonotonousTimestamps()
                                .withTimestampAssigner(
                                        (message, none) -> message.changedAt().toEpochMilli()));
        DataStream<Reference> references =
                env.fromData(
                        TypeInformation.of(Reference.class),
                        Reference.of(Terms.minutes("ended", 1, null, Instant.EPOCH)));
        AppealsPipeline.define(
                messages,
                references,
                Language.BUNDLED,
                RETENTION,
                null,
                appeals ->
                        appeals.map(OpenAppealsStateITCase::counted).sinkTo(new DiscardingSink<>()),
                events -> events.sinkTo(new DiscardingSink<>()),
                alerts -> alerts.sinkTo(new DiscardingSink<>()));
        return env.executeAsync("open appeals");
    }

    private static Appeal counted(Appeal appeal) {
        (appeal.status() == AppealStatus.OPEN ? OPENED : ANSWERED).increment();
        return appeal;
    }

    /** The first of the numbers are appeals, as many more their answers. */
    private static Message message(long index) {
        long thread = index % APPEALS;
        boolean appeal = index < APPEALS;
        String post = "vk:-" + (1 + thread % 1_000) + '_' + (1 + thread);
        String page = post.substring(0, post.indexOf('_'));
        Instant at = START.plusMillis(10 * thread).plus(Duration.ofHours(appeal ? 0 : 9));
        long house = 1 + thread % 200;
        return new Message(
                post + (appeal ? "_2" : "_3"),
                Platform.VK,
                MessageType.COMMENT,
                page,
                post,
                appeal ? post : post + "_2",
                null,
                appeal ? "p:" + Long.toHexString(thread * 0x9E3779B97F4A7C15L) : page,
                appeal ? AuthorKind.PERSON : AuthorKind.COMMUNITY,
                appeal
                        ? "Во дворе дома %d на улице Садовой третью неделю не горят фонари. Когда почините?"
                                .formatted(house)
                        : "Освещение во дворе дома %d восстановлено: бригада заменила лампы и проводку."
                                .formatted(house),
                List.of(),
                "https://vk.com/wall" + post.substring("vk:".length()),
                at,
                null,
                at,
                Change.CREATED);
    }

    /** Seconds that it took to count so many. */
    private static double await(LongAdder counter, long many) throws InterruptedException {
        long deadline = System.nanoTime() + RETENTION.plusMinutes(1).toNanos();
        long start = System.nanoTime();
        while (counter.sum() < many) {
            start = counter.sum() == 0 ? System.nanoTime() : start;
            assertThat(System.nanoTime())
                    .as("%,d of %,d; is the retention too short?", counter.sum(), many)
                    .isLessThan(deadline);
            Thread.sleep(20);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static void report(String when, double rate, CompletedCheckpointStats checkpoint) {
        System.out.printf(
                "state, %,d appeals %s: %,.0f a second; checkpoint of %,d bytes, %,d of them new, in %,d ms%n",
                APPEALS,
                when,
                rate,
                checkpoint.getStateSize(),
                checkpoint.getCheckpointedSize(),
                checkpoint.getEndToEndDuration());
    }
}
