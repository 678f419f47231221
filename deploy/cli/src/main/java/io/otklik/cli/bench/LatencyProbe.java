package io.otklik.cli.bench;

import io.otklik.cli.ClickHouseHttp;
import io.otklik.connectors.clickhouse.ClickHouseOptions;
import io.otklik.connectors.kafka.RawRecords;
import io.otklik.connectors.platform.PlatformEvent;
import io.otklik.connectors.platform.Pseudonymizer;
import io.otklik.connectors.platform.VkPayloadParser;
import io.otklik.samples.GeneratorConfig;
import io.otklik.samples.SampleEvent;
import io.otklik.samples.StreamGenerator;
import io.otklik.schemas.Change;
import io.otklik.schemas.Topic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;

/**
 * Sends events at an even rate into running jobs and looks, many times a second, which rows a
 * reader of ClickHouse sees. The time of a row is from the moment its event was handed to the
 * producer to the first look that shows the row.
 */
final class LatencyProbe {

    private static final int RATE = 1_000;
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Adds as much to what is measured, and costs the engine as little as a dashboard would. */
    private static final long LOOK_EVERY_MILLIS = 150;

    private final BenchStack stack;
    private final ClickHouseHttp clickHouse;
    private final String database;
    private final Map<String, Long> sentAt = new ConcurrentHashMap<>();
    private final Map<String, Long> messageSeen = new ConcurrentHashMap<>();
    private final Map<String, Long> appealSeen = new ConcurrentHashMap<>();

    LatencyProbe(BenchStack stack, String database) {
        this.stack = stack;
        this.database = database;
        this.clickHouse =
                new ClickHouseHttp(
                        ClickHouseOptions.of(stack.settings().clickHouseUrl(), database, "default"),
                        "");
    }

    /** Measures for so many seconds, after a warm-up. */
    List<Latency> run(long seed, int seconds)
            throws IOException, InterruptedException, ExecutionException {
        stack.renew(EnumSet.allOf(Topic.class));
        clickHouse.line("TRUNCATE TABLE message");
        clickHouse.line("TRUNCATE TABLE appeal");
        String kafka = stack.settings().bootstrapServers();
        stack.start("io.otklik.jobs.normalize.NormalizeJob", "--kafka", kafka);
        stack.start("io.otklik.jobs.appeals.AppealsJob", "--kafka", kafka);
        stack.start(
                "io.otklik.jobs.store.StoreJob",
                "--kafka",
                kafka,
                "--clickhouse-url",
                stack.settings().clickHouseUrl(),
                "--clickhouse-database",
                database);
        Thread looking = new Thread(this::look, "look");
        looking.start();
        long warmUp = WARM_UP.toSeconds() * RATE;
        List<String> counted = send(seed, warmUp, warmUp + (long) seconds * RATE);
        awaitAll(counted);
        looking.interrupt();
        looking.join();
        return List.of(latency("message", counted), appealLatency(counted));
    }

    private List<String> send(long seed, long from, long to) throws InterruptedException {
        List<String> counted = new ArrayList<>();
        VkPayloadParser parser =
                new VkPayloadParser(
                        new Pseudonymizer("bench".repeat(8).getBytes(StandardCharsets.UTF_8)));
        Iterator<SampleEvent> stream =
                new StreamGenerator(GeneratorConfig.load(seed, to).withPlatforms(1, 0, 0)).events();
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            long start = System.nanoTime();
            for (long i = 0; stream.hasNext(); i++) {
                SampleEvent event = stream.next();
                long due = start + i * 1_000_000_000L / RATE;
                long early = due - System.nanoTime();
                if (early > 0) {
                    Thread.sleep(early / 1_000_000, (int) (early % 1_000_000));
                }
                long now = System.currentTimeMillis();
                boolean counts = i >= from;
                parser.parse(
                        event.payload(),
                        Instant.ofEpochMilli(now),
                        parsed -> note(parsed, now, counts ? counted : new ArrayList<>()));
                producer.send(
                        RawRecords.of(
                                event.topic(),
                                event.key().getBytes(StandardCharsets.UTF_8),
                                event.payload(),
                                now));
            }
        }
        return counted;
    }

    private void note(PlatformEvent event, long now, List<String> counted) {
        if (event.message() != null && event.message().change() == Change.CREATED) {
            sentAt.put(event.message().messageId(), now);
            counted.add(event.message().messageId());
        }
    }

    private void look() {
        try {
            while (true) {
                see("message", "message_id", messageSeen);
                see("appeal", "appeal_id", appealSeen);
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
        } catch (InterruptedException e) {
            // The measurement is over.
        }
    }

    private void see(String table, String id, Map<String, Long> seen) {
        String sql = "SELECT %s FROM %s WHERE stored_at >= now('UTC') - 2".formatted(id, table);
        try (InputStream answer = clickHouse.query(sql, "TSV")) {
            String text = new String(answer.readAllBytes(), StandardCharsets.UTF_8);
            long now = System.currentTimeMillis();
            text.lines().forEach(row -> seen.putIfAbsent(row, now));
        } catch (IOException e) {
            throw new IllegalStateException("ClickHouse does not answer", e);
        }
    }

    private void awaitAll(List<String> counted) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!messageSeen.keySet().containsAll(counted) && System.nanoTime() < deadline) {
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
    }

    private Latency latency(String row, List<String> counted) {
        List<Long> millis = new ArrayList<>();
        int missing = 0;
        for (String id : counted) {
            Long seen = messageSeen.get(id);
            if (seen == null) {
                missing++;
            } else {
                millis.add(seen - sentAt.get(id));
            }
        }
        return Latency.of(row, millis, missing);
    }

    /** Which messages are appeals is the job's own finding: none can be missed here. */
    private Latency appealLatency(List<String> counted) {
        List<Long> millis = new ArrayList<>();
        for (String id : counted) {
            Long seen = appealSeen.get(id);
            if (seen != null) {
                millis.add(seen - sentAt.get(id));
            }
        }
        return Latency.of("appeal", millis, 0);
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        stack.settings().bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
