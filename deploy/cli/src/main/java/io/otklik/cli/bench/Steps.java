package io.otklik.cli.bench;

import io.otklik.connectors.kafka.RawRecords;
import io.otklik.samples.GeneratorConfig;
import io.otklik.samples.SampleEvent;
import io.otklik.samples.StreamGenerator;
import io.otklik.schemas.Topic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /**
     * Fills {@code raw.vk} anew and measures the steps asked for, each once, in the order of the
     * way. What a step reads is written by an earlier one: that one runs too, unreported.
     */
    List<Measure> run(long seed, long events, Set<Step> asked)
            throws IOException, InterruptedException, ExecutionException {
        stack.renew(EnumSet.allOf(Topic.class));
        fill(seed, events);
        Map<Step, Measure> measures = new EnumMap<>(Step.class);
        for (Step step : Step.withWhatTheyNeed(asked)) {
            Measure alone = measure(step, events);
            Measure before = measures.get(step.follows());
            measures.put(step, before == null ? alone : alone.after(before));
        }
        measures.keySet().retainAll(asked);
        return List.copyOf(measures.values());
    }

    private Measure measure(Step step, long events) throws IOException, InterruptedException {
        double cpu = stack.cpuSeconds();
        double seconds = stack.awaitEnd(stack.start(JOBS + step.job(), arguments(step)));
        return new Measure(step.letter(), step.what(), events, seconds, stack.cpuSeconds() - cpu);
    }

    private String[] arguments(Step step) {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                "--kafka",
                                stack.settings().bootstrapServers(),
                                "--bounded",
                                "true",
                                "--checkpoint-interval",
                                "10 s"));
        words.addAll(step.arguments());
        if (step == Step.STORE) {
            words.addAll(
                    List.of(
                            "--clickhouse-url",
                            stack.settings().clickHouseUrl(),
                            "--clickhouse-database",
                            database));
        }
        return words.toArray(String[]::new);
    }

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
                        RawRecords.of(
                                event.topic(),
                                event.key().getBytes(StandardCharsets.UTF_8),
                                event.payload(),
                                event.receivedAt()));
            }
        }
    }
}
