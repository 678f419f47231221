package io.otklik.cli.replay;

import io.otklik.local.testkit.KafkaExtension;
import io.otklik.schemas.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import static org.assertj.core.api.Assertions.assertThat;

class ReplayITCase {

    @RegisterExtension static final KafkaExtension KAFKA = new KafkaExtension();

    @TempDir private Path folder;

    @Test
    void recordsHaveTheirBytesKeyAndTimeAndOneThreadKeepsItsOrder() throws Exception {
        KAFKA.createTopics(Topic.RAW_VK);
        String file = gzip("a.jsonl.gz", 500);

        ReplayResult result =
                new Replay(ReplayFormat.VK, List.of(file), Double.POSITIVE_INFINITY, null, null)
                        .run(KAFKA.bootstrapServers(), (sent, bytes, time) -> {}, line -> {});

        assertThat(result.sent()).isEqualTo(501);
        assertThat(result.broken()).isEqualTo(1);
        assertThat(result.firstTime()).isEqualTo(Instant.ofEpochSecond(1_700_000_000));
        assertThat(result.lastTime()).isEqualTo(Instant.ofEpochSecond(1_700_000_499));
        List<ConsumerRecord<byte[], byte[]>> records =
                KAFKA.readCommitted(Topic.RAW_VK.topicName(), 501);
        List<String> thread = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            if (record.key() != null && text(record.key()).equals("vk:-1_3")) {
                thread.add(text(record.value()));
            }
        }
        assertThat(thread)
                .hasSize(50)
                .isSortedAccordingTo((a, b) -> Long.compare(date(a), date(b)));
        assertThat(records)
                .filteredOn(record -> record.key() == null)
                .singleElement()
                .satisfies(
                        broken -> {
                            assertThat(text(broken.value())).isEqualTo("{\"type\":");
                            assertThat(broken.headers().lastHeader("received-at").value())
                                    .isEqualTo(
                                            ByteBuffer.allocate(Long.BYTES)
                                                    .putLong(1_700_000_499_000L)
                                                    .array());
                            assertThat(broken.timestamp()).isGreaterThan(1_700_000_499_000L);
                        });
    }

    @Test
    void whatLiesOutsideOrIsTooLargeIsCountedNotSent() throws Exception {
        KAFKA.createTopics(Topic.RAW_MESSAGE);
        Path file = folder.resolve("messages.jsonl");
        Files.writeString(
                file,
                """
                {"threadId":"ok:1_1","receivedAt":"2026-10-04T23:59:59.999Z"}
                {"threadId":"ok:1_1","receivedAt":"2026-10-05T00:00:00.000Z"}
                {"threadId":"ok:1_1","receivedAt":"2026-10-05T12:00:00.000Z","text":"%s"}
                {"threadId":"ok:1_1","receivedAt":"2026-10-06T00:00:00.000Z"}
                """
                        .formatted("x".repeat(Topic.MAX_MESSAGE_BYTES)));
        List<String> warnings = new ArrayList<>();

        ReplayResult result =
                new Replay(
                                ReplayFormat.MESSAGE,
                                List.of(file.toString()),
                                Double.POSITIVE_INFINITY,
                                Instant.parse("2026-10-05T00:00:00Z"),
                                Instant.parse("2026-10-06T00:00:00Z"))
                        .run(KAFKA.bootstrapServers(), (sent, bytes, time) -> {}, warnings::add);

        assertThat(result.sent()).isEqualTo(1);
        assertThat(result.skipped()).isEqualTo(2);
        assertThat(result.tooLarge()).isEqualTo(1);
        assertThat(warnings).anyMatch(warning -> warning.startsWith(file + ":3 has "));
        assertThat(result.sentence())
                .startsWith("Sent 1 record to raw.message")
                .endsWith("Too large for the topic, and not sent: 1.");
    }

    /** Ten threads in turn, a second between events, and a broken line at the end. */
    private String gzip(String name, int events) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < events; i++) {
                String line =
                        "{\"type\":\"wall_reply_new\",\"object\":{\"post_owner_id\":-1,\"post_id\":%d,\"id\":%d,\"date\":%d}}\n"
                                .formatted(1 + i % 10, 100 + i, 1_700_000_000 + i);
                out.write(line.getBytes(StandardCharsets.UTF_8));
            }
            out.write("{\"type\":".getBytes(StandardCharsets.UTF_8));
        }
        return file.toString();
    }

    private static long date(String payload) {
        return Long.parseLong(payload.replaceAll(".*\"date\":(\\d+).*", "$1"));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
