package io.otklik.cli.bench;

import io.otklik.samples.GeneratorConfig;
import io.otklik.samples.SampleEvent;
import io.otklik.samples.StreamGenerator;
import io.otklik.schemas.Topic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** Runs every step of the way over the same events. */
final class Steps {

    private static final String JOBS = "io.otklik.jobs.";

    private final BenchStack stack;
    private final String database;

    Steps(BenchStack stack, String database) {
        this.stack = stack;
        this.database = database;
    }

    /** Fills {@code raw.vk} anew and measures each step once. */
    List<Measure> run(long seed, long events)
            throws IOException, InterruptedException, ExecutionException {
        stack.renew(EnumSet.allOf(Topic.class));
        fill(seed, events);
        List<Measure> measures = new ArrayList<>();
        measures.add(
                measure(
                        "a",
                        "Kafka → bytes → discard",
                        events,
                        job("bench.ReadJob", "--parse", "false")));
        measures.add(
                measure(
                        "b",
                        "Kafka → parse → discard",
                        events,
                        job("bench.ReadJob", "--parse", "true")));
        measures.add(measure("c", "normalize", events, job("normalize.NormalizeJob")));
        Measure appeals = measure("d", "appeals to Kafka", events, job("appeals.AppealsJob"));
        measures.add(appeals);
        Measure stored =
                measure(
                        "e",
                        "appeals to ClickHouse: (d), then store",
                        events,
                        job(
                                "store.StoreJob",
                                "--tables",
                                "appeal;appeal_event",
                                "--clickhouse-url",
                                stack.settings().clickHouseUrl(),
                                "--clickhouse-database",
                                database));
        measures.add(
                new Measure(
                        stored.step(),
                        stored.what(),
                        events,
                        appeals.seconds() + stored.seconds(),
                        appeals.cpuSeconds() + stored.cpuSeconds()));
        return measures;
    }

    private Measure measure(String step, String what, long events, Job job)
            throws IOException, InterruptedException {
        double cpu = stack.cpuSeconds();
        double seconds = stack.awaitEnd(stack.start(job.mainClass, job.arguments));
        return new Measure(step, what, events, seconds, stack.cpuSeconds() - cpu);
    }

    private Job job(String name, String... arguments) {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                "--kafka",
                                stack.settings().bootstrapServers(),
                                "--bounded",
                                "true",
                                "--checkpoint-interval",
                                "10 s"));
        words.addAll(List.of(arguments));
        return new Job(JOBS + name, words.toArray(String[]::new));
    }

    private record Job(String mainClass, String[] arguments) {}

    private void fill(long seed, long events) {
        Map<String, Object> settings =
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        stack.settings().bootstrapServers(),
                        ProducerConfig.LINGER_MS_CONFIG,
                        50,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        1 << 18,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4");
        Iterator<SampleEvent> stream =
                new StreamGenerator(GeneratorConfig.load(seed, events).withPlatforms(1, 0, 0))
                        .events();
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            while (stream.hasNext()) {
                SampleEvent event = stream.next();
                producer.send(
                        new ProducerRecord<>(
                                event.topic().topicName(),
                                null,
                                Math.min(event.receivedAt(), System.currentTimeMillis()),
                                event.key().getBytes(StandardCharsets.UTF_8),
                                event.payload()));
            }
        }
    }
}
