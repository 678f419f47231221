package io.otklik.jobs.misinformation;

import io.otklik.connectors.platform.MessagePayloadParser;
import io.otklik.connectors.platform.Pseudonymizer;
import io.otklik.schemas.Message;
import io.otklik.schemas.Suspicion;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** The story of {@code docs/misinformation.md} is read whole, and shows what is said there. */
class StorySampleTest {

    private static final Path STORY =
            Path.of(System.getProperty("otklik.home"), "deploy/samples/data/story/story.jsonl");
    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    private static final String FIRST = "vk:-7701_1_100";

    @Test
    void spreadsIsRefutedInTimeAndComesBack() throws Exception {
        try (MisinformationHarness job = new MisinformationHarness(Duration.ofDays(14))) {
            job.know(Talk.official(7790));
            job.know(Talk.claim("water", "Городу на две недели отключат воду", null, null));
            for (Message message : read()) {
                job.take(message);
            }
            job.pass(Duration.ofSeconds(2));

            Suspicion story = job.suspicions().get(FIRST);
            assertThat(story.copies()).isEqualTo(200);
            assertThat(story.pages()).isEqualTo(12);
            assertThat(story.questions()).isEqualTo(1);
            assertThat(story.refutedAt()).isEqualTo(story.firstAt().plus(Duration.ofMinutes(220)));
            assertThat(story.inTime()).isTrue();
            assertThat(job.alerts()).containsKey(FIRST + "|SPREAD|0");
            assertThat(job.suspicions()).hasSize(2);
        }
    }

    private static List<Message> read() throws Exception {
        MessagePayloadParser parser =
                new MessagePayloadParser(
                        new Pseudonymizer("a key for this test".getBytes(StandardCharsets.UTF_8)));
        List<Message> messages = new ArrayList<>();
        for (String line : Files.readAllLines(STORY)) {
            parser.parse(
                    line.getBytes(StandardCharsets.UTF_8),
                    NOW,
                    event -> {
                        assertThat(event.rejection()).isNull();
                        messages.add(event.message());
                    });
        }
        return messages;
    }
}
