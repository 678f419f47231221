package io.otklik.jobs.testkit;

import io.otklik.connectors.platform.GoldenPayloads;
import io.otklik.local.testkit.KafkaExtension;
import io.otklik.schemas.Topic;
import org.apache.kafka.clients.producer.ProducerRecord;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A little of everything, for savepoints in which no state is empty: the golden records, talks of
 * the acceptance scenarios, and a Telegram comment whose post was not seen yet.
 */
public final class SavepointInput {

    private static final Path HOME = Path.of(System.getProperty("otklik.home"));
    private static final Path GOLDEN = HOME.resolve("schemas/src/test/resources/golden");

    /**
     * The golden book is no book to read by; all that the jobs write themselves comes from them.
     */
    private static final List<Topic> RECORDS =
            List.of(
                    Topic.COMMUNITY,
                    Topic.SLA_POLICY,
                    Topic.WORK_CALENDAR,
                    Topic.CLAIM,
                    Topic.VERDICT,
                    Topic.AUDIENCE,
                    Topic.COUNTER,
                    Topic.APPEAL,
                    Topic.MESSAGE);

    private static final List<String> TALKS =
            List.of(
                    "01-friday-evening",
                    "02-thanks-after-final",
                    "03-deleted-answer",
                    "07-repeated-messages",
                    "06-resurfaced/2");

    private SavepointInput() {}

    /** Sends it. */
    public static void send(KafkaExtension kafka) throws IOException {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (Topic topic : RECORDS) {
            try (Stream<Path> files = Files.list(GOLDEN.resolve(topic.topicName()))) {
                for (Path file : files.sorted().toList()) {
                    records.add(record(topic, file.toString(), Files.readAllBytes(file)));
                }
            }
        }
        for (String talk : TALKS) {
            Path file = HOME.resolve("deploy/samples/scenarios").resolve(talk);
            for (String line : Files.readAllLines(file.resolve("messages.jsonl"))) {
                records.add(record(Topic.RAW_MESSAGE, talk, bytes(line)));
            }
        }
        records.add(
                record(
                        Topic.RAW_TELEGRAM,
                        "comment",
                        GoldenPayloads.bytes("telegram", "comment_without_reply")));
        kafka.send(records);
    }

    private static ProducerRecord<byte[], byte[]> record(Topic topic, String key, byte[] value) {
        return new ProducerRecord<>(topic.topicName(), bytes(key), value);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
