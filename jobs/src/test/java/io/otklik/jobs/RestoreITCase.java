package io.otklik.jobs;

import io.otklik.connectors.platform.GoldenPayloads;
import io.otklik.jobs.testkit.EveryJob;
import io.otklik.jobs.testkit.SavepointCluster;
import io.otklik.jobs.testkit.SavepointInput;
import io.otklik.local.testkit.KafkaExtension;
import io.otklik.schemas.Topic;
import org.apache.flink.api.common.JobID;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Jobs run on from the savepoints of earlier builds in {@code src/test/resources/savepoints}, a
 * folder a job and a file a build. {@code -Dotklik.savepoint=<job>,…} adds those of this build.
 *
 * <p>Job {@code store} has none: it keeps nothing but where it has read to.
 */
class RestoreITCase {

    @RegisterExtension static final KafkaExtension KAFKA = new KafkaExtension();

    private static final Path SAVEPOINTS =
            Path.of(System.getProperty("otklik.home"), "jobs/src/test/resources/savepoints");

    private static final String WANTED = System.getProperty("otklik.savepoint", "");

    private static final DateTimeFormatter MADE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmm");

    /** While savepoints are made: after so long without a new record the jobs have read all. */
    private static final Duration QUIET = Duration.ofSeconds(10);

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir static Path folder;

    private static SavepointCluster cluster;

    @BeforeAll
    static void start() throws Exception {
        KAFKA.createTopics(Topic.values());
        cluster = new SavepointCluster(folder);
        if (!WANTED.isEmpty()) {
            makeSavepoints(List.of(WANTED.split(",")));
        }
    }

    @AfterAll
    static void stop() throws Exception {
        cluster.close();
    }

    static List<Path> savepoints() throws IOException {
        try (Stream<Path> files = Files.walk(SAVEPOINTS)) {
            return files.filter(Files::isRegularFile).sorted().map(SAVEPOINTS::relativize).toList();
        }
    }

    /** No state is left over, every state can be read, and all stand in a new checkpoint. */
    @ParameterizedTest
    @MethodSource("savepoints")
    void runsOn(Path savepoint) throws Exception {
        JobID job = restored(savepoint);
        cluster.checkpoint(job);
        cluster.cancel(job);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "STORE")
    void everyJobWithStateHasASavepoint(EveryJob job) throws Exception {
        assertThat(savepoints()).anyMatch(file -> file.startsWith(job.toString()));
    }

    /** The state is not only read, but is what it was. */
    @Test
    void aCommentThatWaitedInASavepointIsToldWhenItsPostComes() throws Exception {
        for (Path savepoint : savepoints()) {
            if (savepoint.startsWith(EveryJob.NORMALIZE.toString())) {
                JobID job = restored(savepoint);
                long before = told();
                sendPost();
                long deadline = System.nanoTime() + PATIENCE.toNanos();
                while (told() == before) {
                    assertThat(System.nanoTime()).as("told by %s", savepoint).isLessThan(deadline);
                    Thread.sleep(500);
                }
                cluster.cancel(job);
            }
        }
    }

    /** How often the comment stands in the topic, in which other tests write too. */
    private static long told() {
        return KAFKA.readCommitted(Topic.MESSAGE.topicName()).stream()
                .map(one -> new String(one.value(), StandardCharsets.UTF_8))
                .filter(text -> text.contains("\"telegram:-1001900100001_45_102\""))
                .count();
    }

    /** More often in each partition than the job has read there on the broker of the savepoint. */
    private static void sendPost() {
        byte[] post = GoldenPayloads.bytes("telegram", "automatic_forward");
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int partition = 0; partition < Topic.DEFAULT_PARTITIONS; partition++) {
            for (int i = 0; i < 2; i++) {
                records.add(
                        new ProducerRecord<>(
                                Topic.RAW_TELEGRAM.topicName(), partition, null, post));
            }
        }
        KAFKA.send(records);
    }

    private static JobID restored(Path savepoint) throws Exception {
        EveryJob job =
                Stream.of(EveryJob.values())
                        .filter(one -> savepoint.startsWith(one.toString()))
                        .findFirst()
                        .orElseThrow();
        Path unpacked = Files.createTempDirectory(folder, job.toString());
        try (InputStream in =
                new GZIPInputStream(Files.newInputStream(SAVEPOINTS.resolve(savepoint)))) {
            Files.copy(in, unpacked.resolve("_metadata"));
        }
        return cluster.start(graph(job), unpacked);
    }

    private static StreamGraph graph(EveryJob job) throws Exception {
        return job.graph("--kafka", KAFKA.bootstrapServers(), "--checkpoint-interval", "500 ms");
    }

    /** All jobs run, for each reads what others write. */
    private static void makeSavepoints(List<String> wanted) throws Exception {
        SavepointInput.send(KAFKA);
        Map<EveryJob, JobID> running = new EnumMap<>(EveryJob.class);
        for (EveryJob job : EveryJob.values()) {
            if (job != EveryJob.STORE) {
                running.put(job, cluster.start(graph(job), null));
            }
        }
        awaitQuiet();
        String made = MADE.format(LocalDateTime.now(ZoneOffset.UTC));
        for (Map.Entry<EveryJob, JobID> entry : running.entrySet()) {
            String job = entry.getKey().toString();
            if (wanted.contains(job)) {
                Path file = SAVEPOINTS.resolve(job).resolve(made + ".gz");
                Files.createDirectories(file.getParent());
                try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
                    Files.copy(cluster.savepoint(entry.getValue()).resolve("_metadata"), out);
                }
            } else {
                cluster.cancel(entry.getValue());
            }
        }
    }

    private static void awaitQuiet() throws InterruptedException {
        int known = -1;
        int now = 0;
        while (now != known) {
            Thread.sleep(QUIET.toMillis());
            known = now;
            now = 0;
            for (Topic topic : Topic.values()) {
                now += KAFKA.readCommitted(topic.topicName()).size();
            }
        }
    }
}
