package io.otklik.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.otklik.schemas.Json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The sample region's files.
 *
 * @param folder {@code deploy/samples/data}
 */
record SampleFiles(Path folder) {

    /** A file's path as a word of a command. */
    String path(String name) {
        return folder.resolve(name).toString();
    }

    /** Paths of the platforms' events, by their format. */
    Map<String, String> streams() {
        return Map.of(
                "vk", path("vk-callback.jsonl"),
                "telegram", path("telegram-updates.jsonl"),
                "message", path("ok-messages.jsonl"));
    }

    List<String> communityIds() throws IOException {
        return Files.readAllLines(folder.resolve("registry.csv")).stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
    }

    /** What the jobs' decisions give of these files without Kafka, Flink and ClickHouse. */
    Figures.Totals expected() throws IOException {
        return Json.MAPPER.readValue(
                Files.readAllBytes(folder.resolve("expected.json")), Figures.Totals.class);
    }

    /** Ids of the messages that were written to be appeals. */
    Set<String> labelledAppeals() throws IOException {
        Set<String> appeals = new HashSet<>();
        for (String line : Files.readAllLines(folder.resolve("truth.jsonl"))) {
            JsonNode message = Json.MAPPER.readTree(line);
            if (message.path("kind").asText().equals("APPEAL")) {
                appeals.add(message.path("messageId").asText());
            }
        }
        return appeals;
    }
}
