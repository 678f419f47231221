package io.otklik.connectors.platform;

import com.fasterxml.jackson.databind.JsonNode;
import io.otklik.schemas.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** Payloads of others, where they lie beside the project: each gives a record or a rejection. */
class SharedPayloadsTest {

    private static final Instant RECEIVED_AT = Instant.parse("2026-11-01T00:00:00Z");

    private final Path folder = SharedData.folder().resolve("payloads");

    @BeforeEach
    void skipWhereTheyAreAbsent() {
        assumeThat(folder).as("payloads of others").isDirectory();
    }

    @Test
    void callbackEventsAreRead() throws Exception {
        for (String line : Files.readAllLines(folder.resolve("vk/callback_events.jsonl"))) {
            List<PlatformEvent> events = parse("vk", line);

            assertThat(events).hasSize(1);
            assertThat(events.get(0).rejection()).isNull();
        }
    }

    @Test
    void everyElementOfAWallIsRead() throws Exception {
        JsonNode wall = Json.MAPPER.readTree(folder.resolve("vk/wall_get.json").toFile());
        assertThat(wall.size()).isPositive();
        for (JsonNode element : wall) {
            List<PlatformEvent> events = parse("vk", element.toString());

            assertThat(events).isNotEmpty().allMatch(event -> event.rejection() == null);
            assertThat(events).anyMatch(event -> event.message() != null);
            assertThat(events).anyMatch(event -> event.counter() != null);
        }
    }

    @Test
    void updatesGiveARecordOrARejection() throws Exception {
        try (Stream<Path> files = Files.list(folder.resolve("telegram"))) {
            List<Path> payloads =
                    files.filter(file -> !file.endsWith("bot_api_spec.json")).sorted().toList();
            assertThat(payloads).isNotEmpty();
            for (Path file : payloads) {
                assertThat(parse("telegram", Files.readString(file)))
                        .as(file.toString())
                        .hasSize(1);
            }
        }
    }

    private static List<PlatformEvent> parse(String format, String payload) {
        List<PlatformEvent> events = new ArrayList<>();
        GoldenPayloads.parser(format)
                .parse(payload.getBytes(StandardCharsets.UTF_8), RECEIVED_AT, events::add);
        return events;
    }
}
