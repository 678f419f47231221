package io.otklik.cli.replay;

import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** A file that is not of the format which the user named. */
class ForeignFileTest {

    @TempDir private Path folder;

    private final List<String> warnings = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "VK, vk-callback.jsonl, telegram-updates.jsonl, VK event",
        "TELEGRAM, telegram-updates.jsonl, vk-callback.jsonl, Telegram update",
        "MESSAGE, ok-messages.jsonl, vk-callback.jsonl, message of Otklik's own form",
        "VK, vk-callback.jsonl, ok-messages.jsonl, VK event",
        "AUDIENCE, AUDIENCE, ok-messages.jsonl, record of an audience"
    })
    void isSentAndNamedInOneSentence(ReplayFormat format, String own, String foreign, String kind)
            throws Exception {
        Path ownFile = own.equals("AUDIENCE") ? audience() : sample(own);
        Path foreignFile = sample(foreign);

        ReplayResult result = replay(format, ownFile, foreignFile);

        assertThat(result.sent())
                .isEqualTo(
                        Files.readAllLines(ownFile).size()
                                + Files.readAllLines(foreignFile).size());
        assertThat(warnings)
                .containsExactly(
                        "None of the first 100 payloads of %s is a %s: see v_dead_letter, and whether --format is right."
                                .formatted(foreignFile, kind));
    }

    @Test
    void ofFewLinesTheirNumberIsSaidAndNoTimeIsInvented() throws Exception {
        Path file = folder.resolve("table.jsonl");
        Files.writeString(file, "{\"appeal_id\":\"vk:-1_2\",\"status\":\"OPEN\"}\n".repeat(40));

        ReplayResult result = replay(ReplayFormat.VK, file);

        assertThat(result.sentence())
                .startsWith("Sent 40 records to raw.vk")
                .doesNotContain("event time");
        assertThat(result.firstTime()).isNull();
        assertThat(warnings)
                .singleElement()
                .asString()
                .startsWith("None of the first 40 payloads of " + file + " is a VK event:");
    }

    @Test
    void brokenLinesAmongGoodOnesAndIgnoredEventsAreNoReason() throws Exception {
        Path file = folder.resolve("disturbed.jsonl");
        Files.writeString(
                file,
                "{broken\n".repeat(98)
                        + "{\"type\":\"group_join\",\"group_id\":1,\"object\":{\"user_id\":5}}\n");

        assertThat(replay(ReplayFormat.VK, file).sent()).isEqualTo(99);
        assertThat(warnings).isEmpty();
    }

    @Test
    void ofAPlatformWithoutAReaderNothingIsSaid() throws Exception {
        replay(ReplayFormat.MAX, sample("vk-callback.jsonl"));

        assertThat(warnings).isEmpty();
    }

    private Path audience() throws IOException {
        return Files.writeString(
                folder.resolve("audience.jsonl"),
                "{\"communityId\":\"vk:-1\",\"observedAt\":\"2025-01-01T00:00:00Z\",\"subscribers\":5}\n");
    }

    private ReplayResult replay(ReplayFormat format, Path... files) throws InterruptedException {
        List<String> names = List.of(files).stream().map(Path::toString).toList();
        return new Replay(format, names, Double.POSITIVE_INFINITY, null, null)
                .run(
                        new MockProducer<>(
                                true, null, new ByteArraySerializer(), new ByteArraySerializer()),
                        (sent, bytes, time) -> {},
                        warnings::add);
    }

    private static Path sample(String name) {
        return Path.of("../samples/data", name);
    }
}
