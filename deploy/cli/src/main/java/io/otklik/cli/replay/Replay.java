package io.otklik.cli.replay;

import io.otklik.cli.CommandException;
import io.otklik.connectors.kafka.RawRecords;
import io.otklik.schemas.Topic;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Sends recorded payloads to their topic, each with the time at which it reached the gateway.
 *
 * @param files names of files, packed by gzip or not; {@code -} is standard input
 * @param speed seconds of event time a second; infinite: as fast as it goes
 * @param from payloads before it are left out; null: none
 * @param to payloads at or after it are left out; null: none
 */
public record Replay(
        ReplayFormat format, List<String> files, double speed, Instant from, Instant to) {

    /** Room for the record's key and headers beside a payload in a batch. */
    private static final int LARGEST_PAYLOAD = Topic.MAX_MESSAGE_BYTES - 10_000;

    private static final int BATCH_BYTES = 256 * 1024;

    /** Hears how a replay goes on; called for every payload. */
    @FunctionalInterface
    public interface Listener {

        /**
         * @param readBytes of all files together, as they lie on the disk
         */
        void at(long sent, long readBytes, Instant time);
    }

    /** Reads a speed: a number above zero, or {@code max}. */
    public static double parseSpeed(String text) {
        return Pacer.parse(text);
    }

    /**
     * Sends everything and returns when the broker has it.
     *
     * @param warnings hears a sentence for each file of another form, and for each payload that
     *     cannot be sent
     * @throws CommandException if a file cannot be read or the broker refuses
     */
    public ReplayResult run(String servers, Listener listener, Consumer<String> warnings)
            throws InterruptedException {
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        settings(servers), new ByteArraySerializer(), new ByteArraySerializer())) {
            return run(producer, listener, warnings);
        }
    }

    ReplayResult run(
            Producer<byte[], byte[]> producer, Listener listener, Consumer<String> warnings)
            throws InterruptedException {
        long start = System.nanoTime();
        AtomicLong readBytes = new AtomicLong();
        AtomicReference<Exception> failure = new AtomicReference<>();
        Callback onSent = (metadata, e) -> failure.compareAndSet(null, e);
        Pacer pacer = new Pacer(speed);
        Count count = new Count();
        try (MergedFiles payloads = open(readBytes, warnings)) {
            for (Payload one = payloads.next(); one != null; one = payloads.next()) {
                listener.at(count.sent, readBytes.get(), one.time());
                if (from != null && one.time().isBefore(from)
                        || to != null && !one.time().isBefore(to)) {
                    count.skipped++;
                } else if (one.value().length > LARGEST_PAYLOAD) {
                    count.tooLarge++;
                    warnings.accept(
                            "%s has %,d bytes and is not sent: the topic takes %,d."
                                    .formatted(one.place(), one.value().length, LARGEST_PAYLOAD));
                } else {
                    await(pacer, one.time());
                    failIf(failure.get());
                    producer.send(record(one), onSent);
                    count.add(one);
                }
            }
        } catch (IOException e) {
            throw CommandException.failed("A file cannot be read: " + e.getMessage() + ".", e);
        }
        producer.flush();
        failIf(failure.get());
        return count.result(format.topic().topicName(), (System.nanoTime() - start) / 1e9);
    }

    private MergedFiles open(AtomicLong readBytes, Consumer<String> warnings) throws IOException {
        Instant now = Instant.now();
        List<DatedPayloads> all = new ArrayList<>();
        for (String file : files) {
            JsonFileSource source = new JsonFileSource(file, CountedFile.open(file, readBytes));
            FormCheck check = new FormCheck(file, format, warnings);
            all.add(new DatedPayloads(source, format, now, check));
        }
        return new MergedFiles(all);
    }

    private ProducerRecord<byte[], byte[]> record(Payload payload) {
        return RawRecords.of(
                format.topic(), payload.key(), payload.value(), payload.time().toEpochMilli());
    }

    private static void await(Pacer pacer, Instant event) throws InterruptedException {
        Duration wait = pacer.untilDue(event, System.nanoTime());
        if (!wait.isZero()) {
            Thread.sleep(wait.toMillis(), wait.toNanosPart() % 1_000_000);
        }
    }

    private static void failIf(Exception e) {
        if (e != null) {
            throw CommandException.failed("Kafka did not take a record: " + e.getMessage(), e);
        }
    }

    private static Map<String, Object> settings(String servers) {
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers,
                ProducerConfig.CLIENT_ID_CONFIG,
                "otklik-replay",
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.LINGER_MS_CONFIG,
                20,
                ProducerConfig.BATCH_SIZE_CONFIG,
                BATCH_BYTES,
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                Topic.MAX_MESSAGE_BYTES);
    }

    private static final class Count {
        private long sent;
        private long broken;
        private long skipped;
        private long tooLarge;
        private Instant first;
        private Instant last;

        void add(Payload payload) {
            sent++;
            broken += payload.broken() ? 1 : 0;
            if (!payload.dated()) {
                return;
            }
            first = first == null || payload.time().isBefore(first) ? payload.time() : first;
            last = last == null || payload.time().isAfter(last) ? payload.time() : last;
        }

        ReplayResult result(String topic, double seconds) {
            return new ReplayResult(topic, sent, broken, skipped, tooLarge, first, last, seconds);
        }
    }
}
