package io.otklik.jobs.misinformation;

import io.otklik.jobs.testkit.Gate;
import io.otklik.jobs.testkit.RocksDbCluster;
import io.otklik.schemas.Claim;
import io.otklik.schemas.Copy;
import io.otklik.schemas.Message;
import io.otklik.schemas.Rating;
import io.otklik.schemas.Verdict;
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
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Messages of one time to live on RocksDB: how much state they are, what a checkpoint of it takes,
 * and that nothing is left when the time is over. As many as {@code -Dotklik.state.messages=N}
 * says.
 *
 * <p>Of ten messages four are remarks below the length that is followed, five have a text of their
 * own (eight to forty words), one is a copy with an introduction of one of the stories, which have
 * fifty copies each.
 */
class StoriesStateITCase {

    private static final long MESSAGES = Long.getLong("otklik.state.messages", 3_000);
    private static final Duration CHECKPOINTS =
            Duration.ofMillis(MESSAGES > 100_000 ? 10_000 : 500);
    private static final Duration TTL = Duration.ofDays(14);

    /** Between two messages; all are published within a time to live. */
    private static final long STEP_MILLIS = Math.min(60_000, TTL.toMillis() / (MESSAGES + 1));

    /** More than a job without any message has: the register, the claims, heads of key groups. */
    private static final long NEARLY_NOTHING = 256 << 10;

    private static final long MILLION = 1_000_000;
    private static final long NANOS = 1_000_000_000;

    private static final int COPIES_OF_A_STORY = 50;
    private static final int LEXICON = 40_000;

    private static final Claim OTHER =
            Talk.claim("moon", "Луну сделали из твёрдого швейцарского сыра", null, null);

    private static final CompletableFuture<Void> TIME_MAY_PASS = new CompletableFuture<>();
    private static final LongAdder COPIES = new LongAdder();

    @TempDir private Path folder;

    @Test
    void stateIsBoundedAndGoesWithTheTime() throws Exception {
        try (RocksDbCluster cluster = new RocksDbCluster(folder)) {
            long started = System.nanoTime();
            JobClient job = start(cluster);
            for (long million = MILLION; million < MESSAGES; million += MILLION) {
                await(COPIES, million / 10);
                System.out.printf(
                        "stories' state, %,d messages: %,d messages a second since the start%n",
                        million, million * NANOS / (System.nanoTime() - started));
            }
            await(COPIES, MESSAGES / 10);
            double seconds = (System.nanoTime() - started) / 1e9;
            CompletedCheckpointStats full = cluster.nextCheckpoint(job);
            System.out.printf(
                    "stories' state, %,d messages in %.0f s: checkpoint of %,d bytes, %,d of them new, in"
                            + " %,d ms; %,d bytes a message%n",
                    MESSAGES,
                    seconds,
                    full.getStateSize(),
                    full.getCheckpointedSize(),
                    full.getEndToEndDuration(),
                    full.getStateSize() / MESSAGES);
            assertThat(full.getStateSize()).isGreaterThan(MESSAGES * 100);

            TIME_MAY_PASS.complete(null);
            long left =
                    cluster.awaitForgotten(
                            job,
                            NEARLY_NOTHING,
                            Duration.ofMinutes(2).plus(Duration.ofMillis(MESSAGES / 2)));
            System.out.printf("stories' state: %,d bytes are left%n", left);
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
                        StoriesStateITCase::message,
                        () -> new Gate(MESSAGES, TIME_MAY_PASS, 1),
                        WatermarkStrategy.<Message>forMonotonousTimestamps()
                                .withTimestampAssigner(
                                        (message, none) -> message.changedAt().toEpochMilli()));
        MisinformationPipeline.define(
                messages.rebalance(),
                env.fromData(TypeInformation.of(Reference.class), Reference.of(Talk.official(900))),
                env.fromData(TypeInformation.of(Claim.class), OTHER),
                env.fromData(
                        TypeInformation.of(Verdict.class),
                        Talk.rated(OTHER.claimId(), Rating.TRUE, Talk.START)),
                TTL,
                suspicions -> suspicions.sinkTo(new DiscardingSink<>()),
                copies -> copies.map(StoriesStateITCase::counted).sinkTo(new DiscardingSink<>()),
                alerts -> alerts.sinkTo(new DiscardingSink<>()));
        return env.executeAsync("stories' state");
    }

    private static Copy counted(Copy copy) {
        COPIES.increment();
        return copy;
    }

    /** The one behind the last is published when all others are too old. */
    private static Message message(long index) {
        boolean last = index >= MESSAGES;
        return Talk.comment(
                (int) (1 + index % 1_000),
                (int) index,
                last
                        ? Talk.START.plus(TTL.multipliedBy(3)).plusMillis(index)
                        : Talk.START.plusMillis(index * STEP_MILLIS),
                last ? "Спасибо!" : text(index));
    }

    private static String text(long index) {
        if (index % 10 < 4) {
            return "Спасибо, дождались";
        }
        if (index % 10 < 9) {
            return words(index);
        }
        long story = index / (10 * COPIES_OF_A_STORY);
        return words(index, 3) + ". " + words(-1 - story, 24);
    }

    private static String words(long seed) {
        return words(seed, 8 + (int) (Math.floorMod(seed * 7, 33)));
    }

    /** Words that stand in no list of frequent ones. */
    private static String words(long seed, int many) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < many; i++) {
            int word = random.nextInt(LEXICON);
            text.append(i == 0 ? "" : " ");
            for (int part = 0; part < 4; part++) {
                text.append("бвгджзклмнпрст".charAt(word % 14)).append("аеиоу".charAt(part));
                word /= 14;
            }
        }
        return text.toString();
    }

    private static void await(LongAdder counter, long many) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofMinutes(3).toNanos() + MESSAGES * 1_000_000;
        while (counter.sum() < many) {
            assertThat(System.nanoTime())
                    .as("%,d of %,d", counter.sum(), many)
                    .isLessThan(deadline);
            Thread.sleep(20);
        }
    }
}
