package io.otklik.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.otklik.schemas.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * A real municipal wall as VK callback events through the running stack. Skipped where the data is
 * absent; nothing of it is kept.
 */
class WallE2ECase {

    private static final Path WALL =
            Path.of(System.getProperty("otklik.home"), "..", "shared", "data", "walls")
                    .resolve("pravoberezhny.jsonl");
    private static final long PAGE = 187_589_248L;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Map<String, JsonNode> rows = new HashMap<>();

    @TempDir Path folder;

    @Test
    void everyLabelledAnswerClosesItsAppealOnce() throws Exception {
        assumeThat(WALL).exists();
        Path events = folder.resolve("events.jsonl");
        Files.write(events, events());
        try (TestStack stack = new TestStack(folder.resolve("stack"))) {
            stack.run("replay", "--speed", "max", "--format", "vk", events.toString());
            stack.awaitWorkedThrough(Duration.ofMinutes(10));

            assertThat(stack.query("SELECT count() FROM v_message"))
                    .isEqualTo(Integer.toString(rows.size()));
            Map<String, Long> found = new HashMap<>();
            stack.query(
                            "SELECT splitByChar('_', appeal_id)[3], ifNull(first_response_millis, -1)"
                                    + " FROM v_appeal WHERE appeal_id LIKE '%\\_%\\_%'")
                    .lines()
                    .map(line -> line.split("\t"))
                    .forEach(line -> found.put(line[0], Long.valueOf(line[1])));
            Map<String, Long> labelled = firstAnswers();
            long detected = 0;
            long closed = 0;
            long right = 0;
            for (Map.Entry<String, Long> answer : labelled.entrySet()) {
                if (found.containsKey(answer.getKey())) {
                    detected++;
                    closed += found.get(answer.getKey()) >= 0 ? 1 : 0;
                    right += found.get(answer.getKey()).equals(answer.getValue()) ? 1 : 0;
                }
            }
            System.out.printf(
                    "wall: %d rows; appeals labelled as answered %d, detected %d, closed %d, with the"
                            + " right response time %d; answers that close several appeals %s%n",
                    rows.size(),
                    labelled.size(),
                    detected,
                    closed,
                    right,
                    stack.query(
                            "SELECT count() FROM (SELECT cause_message_id FROM v_appeal_event WHERE"
                                    + " type = 'FINAL' GROUP BY cause_message_id HAVING"
                                    + " uniqExact(appeal_id) > 1)"));
            assertThat(
                            stack.query(
                                    "SELECT count() - uniqExact(appeal_id, cause_message_id) FROM"
                                            + " v_appeal_event WHERE type = 'FINAL'"))
                    .as("no answer counts twice for one appeal")
                    .isEqualTo("0");
            assertThat(right).isGreaterThanOrEqualTo(detected * 95 / 100);
        }
    }

    /** From each appeal that is labelled as answered, milliseconds to the first such answer. */
    private Map<String, Long> firstAnswers() {
        Map<String, Long> first = new HashMap<>();
        for (JsonNode row : rows.values()) {
            String answered = row.path("label").path("answers_to").asText("");
            JsonNode appeal = rows.get(answered);
            if (official(row)
                    && appeal != null
                    && appeal.path("label").path("kind").asText().equals("appeal")) {
                first.merge(answered, (seconds(row) - seconds(appeal)) * 1000, Math::min);
            }
        }
        return first;
    }

    private List<String> events() throws Exception {
        for (String line : Files.readAllLines(WALL)) {
            JsonNode row = Json.MAPPER.readTree(line);
            rows.put(row.path("id").asText(), row);
        }
        List<JsonNode> ordered = new ArrayList<>(rows.values());
        ordered.sort((a, b) -> Long.compare(seconds(a), seconds(b)));
        return ordered.stream().map(this::event).collect(Collectors.toList());
    }

    private String event(JsonNode row) {
        ObjectNode event = Json.MAPPER.createObjectNode();
        boolean post = row.path("type").asText().equals("post");
        event.put("type", post ? "wall_post_new" : "wall_reply_new");
        event.put("group_id", PAGE);
        event.put("event_id", "wall-" + row.path("id").asText());
        ObjectNode object = event.putObject("object");
        long id = row.path("id").asLong();
        object.put("id", id);
        object.put("date", seconds(row));
        object.put("text", row.path("text").asText());
        if (post) {
            object.put("owner_id", -PAGE);
            object.put("from_id", -PAGE);
        } else {
            object.put("post_owner_id", -PAGE);
            object.put("post_id", row.path("post_id").asLong());
            object.put("from_id", official(row) ? -PAGE : 1_000_000 + id);
            if (rows.containsKey(row.path("reply_to").asText())) {
                object.put("reply_to_comment", row.path("reply_to").asLong());
                object.putArray("parents_stack").add(row.path("reply_to").asLong());
            }
        }
        return event.toString();
    }

    private static boolean official(JsonNode row) {
        return row.path("label").path("kind").asText().equals("official");
    }

    private static long seconds(JsonNode row) {
        return LocalDateTime.parse(row.path("date").asText(), DATE)
                .toEpochSecond(ZoneOffset.ofHours(3));
    }
}
