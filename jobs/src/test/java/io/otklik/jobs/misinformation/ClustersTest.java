package io.otklik.jobs.misinformation;

import io.otklik.language.text.Tokenizer;
import io.otklik.schemas.Claim;
import io.otklik.schemas.Copy;
import io.otklik.schemas.Message;
import io.otklik.schemas.Rating;
import io.otklik.schemas.Verdict;
import io.otklik.similarity.WordWeights;
import io.otklik.similarity.Words;
import io.otklik.similarity.copy.CopyClusters;
import io.otklik.similarity.evaluate.PlantedCopies;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The job's stories are the clusters of its oracle, whatever order and parallelism. Of as many
 * texts as {@code -Dotklik.clusters.texts=N} says.
 */
class ClustersTest {

    @RegisterExtension
    static final MiniClusterExtension FLINK =
            new MiniClusterExtension(
                    new MiniClusterResourceConfiguration.Builder()
                            .setNumberTaskManagers(1)
                            .setNumberSlotsPerTaskManager(4)
                            .build());

    private static final int MESSAGES = Integer.getInteger("otklik.clusters.texts", 20_000);

    /** Each has thirty copies; the other texts are alone. */
    private static final int STORIES = MESSAGES / 33;

    private static final Claim OTHER =
            Talk.claim("moon", "Луну сделали из твёрдого швейцарского сыра", null, null);

    private static List<Message> messages;
    private static Map<String, String> expected;

    @TempDir private Path folder;

    @BeforeAll
    static void plant() {
        messages = new ArrayList<>();
        List<PlantedCopies.Text> texts =
                new PlantedCopies(PlantedCopies.written(11), STORIES, 3).texts(MESSAGES);
        for (int i = 0; i < texts.size(); i++) {
            messages.add(
                    Talk.comment(
                            i % 30, i, Talk.START.plusSeconds(i * 20L), texts.get(i).written()));
        }
        expected = oracle(messages);
    }

    /** Each message of a cluster of two and more, with the cluster's first message. */
    private static Map<String, String> oracle(List<Message> messages) {
        Tokenizer tokenizer = new Tokenizer();
        List<Words> words = new ArrayList<>();
        for (Message message : messages) {
            words.add(Words.of(tokenizer.read(message.text()), WordWeights.bundled()));
        }
        CopyClusters clusters = CopyClusters.of(words);
        Map<Integer, Integer> sizes = new HashMap<>();
        for (int i = 0; i < messages.size(); i++) {
            sizes.merge(clusters.clusterOf(i), 1, Integer::sum);
        }
        Map<String, String> stories = new TreeMap<>();
        for (int i = 0; i < messages.size(); i++) {
            int cluster = clusters.clusterOf(i);
            if (sizes.get(cluster) > 1) {
                stories.put(messages.get(i).messageId(), messages.get(cluster).messageId());
            }
        }
        return stories;
    }

    @Test
    void plantedCopiesAreFound() {
        assertThat(expected).hasSizeGreaterThan(STORIES * 28);
    }

    @Test
    void oneTaskGivesTheClustersOfTheOracle() throws Exception {
        assertSame(run(1, messages));
    }

    @Test
    void fourTasksGiveTheSameThoughMessagesComeInDisorder() throws Exception {
        List<Message> shuffled = new ArrayList<>(messages);
        Collections.shuffle(shuffled, new Random(8));

        assertSame(run(4, shuffled));
    }

    @Test
    void aFailureAndARestartFromACheckpointChangeNothing() throws Exception {
        Configuration restarts = new Configuration();
        restarts.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(200));
        restarts.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        restarts.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1);
        restarts.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ZERO);
        restarts.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        restarts.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, folder.toUri().toString());

        assertSame(run(restarts, 2, messages));
        assertThat(FailOnce.FAILED).isTrue();
    }

    private static void assertSame(Map<String, String> found) {
        Map<String, String> missing = new TreeMap<>(expected);
        missing.entrySet().removeAll(found.entrySet());
        Map<String, String> added = new TreeMap<>(found);
        added.entrySet().removeAll(expected.entrySet());
        assertThat(missing).isEmpty();
        assertThat(added).isEmpty();
    }

    /** The stories of messages by the whole pipeline, those that hold two and more. */
    private static Map<String, String> run(int parallelism, List<Message> input) throws Exception {
        return run(new Configuration(), parallelism, input);
    }

    private static Map<String, String> run(
            Configuration configuration, int parallelism, List<Message> input) throws Exception {
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        configuration.set(PipelineOptions.OBJECT_REUSE, true);
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        env.setParallelism(parallelism);
        FailOnce.FAILED.set(!env.getCheckpointConfig().isCheckpointingEnabled());
        List<DataStream<Copy>> copies = new ArrayList<>();
        MisinformationPipeline.define(
                source(env, "messages", Message.class, input)
                        .map(new FailOnce(input.size() / 2))
                        .returns(Message.class)
                        .setParallelism(1)
                        .uid("fail-once")
                        .rebalance(),
                source(
                        env,
                        "references",
                        Reference.class,
                        List.of(
                                Reference.of(Talk.official(900)),
                                Reference.of(Talk.signals(Talk.START)))),
                source(env, "claims", Claim.class, List.of(OTHER)),
                source(
                        env,
                        "verdicts",
                        Verdict.class,
                        List.of(Talk.rated(OTHER.claimId(), Rating.TRUE, Talk.START))),
                Duration.ofDays(14),
                suspicions -> suspicions.sinkTo(new Nowhere<>()).uid("suspicions"),
                copies::add,
                alerts -> alerts.sinkTo(new Nowhere<>()).uid("alerts"));
        Map<String, Copy> newest = new HashMap<>();
        Map<String, List<String>> stories = new HashMap<>();
        try (CloseableIterator<Copy> rows = copies.get(0).executeAndCollect()) {
            while (rows.hasNext()) {
                Copy row = rows.next();
                newest.merge(row.messageId(), row, (a, b) -> b.version() >= a.version() ? b : a);
            }
        }
        newest.values()
                .forEach(
                        row ->
                                stories.computeIfAbsent(row.storyId(), key -> new ArrayList<>())
                                        .add(row.messageId()));
        Map<String, String> found = new TreeMap<>();
        stories.forEach(
                (story, members) -> {
                    if (members.size() > 1) {
                        members.forEach(member -> found.put(member, story));
                    }
                });
        return found;
    }

    private static <T> DataStream<T> source(
            StreamExecutionEnvironment env, String uid, Class<T> type, List<T> values) {
        return env.fromData(values, TypeInformation.of(type)).setParallelism(1).uid(uid);
    }

    /** Passes messages on, and fails once when a checkpoint holds some of them. */
    private static final class FailOnce
            implements MapFunction<Message, Message>, CheckpointListener {
        private static final long serialVersionUID = 1L;
        private static final AtomicBoolean FAILED = new AtomicBoolean();

        private final int waitsAt;
        private transient volatile boolean stored;
        private transient int seen;

        FailOnce(int waitsAt) {
            this.waitsAt = waitsAt;
        }

        @Override
        public Message map(Message message) {
            seen++;
            if (stored && seen > waitsAt && FAILED.compareAndSet(false, true)) {
                throw new IllegalStateException("Failed as the test wants it.");
            }
            return message;
        }

        @Override
        public void notifyCheckpointComplete(long checkpointId) {
            stored = true;
        }
    }
}
