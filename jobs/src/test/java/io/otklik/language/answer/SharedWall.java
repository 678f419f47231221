package io.otklik.language.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.otklik.language.AnswerKind;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The labelled wall that lies beside the project where it is developed; it is no part of it. */
final class SharedWall {

    static final Path FILE = Path.of("../../shared/data/walls/pravoberezhny.jsonl");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private SharedWall() {}

    /** Threads in the file's order; posts, which the page wrote, are left out. */
    static List<AnswerThread> read() throws IOException {
        ObjectMapper json = new ObjectMapper();
        Map<String, List<AnswerThread.Message>> threads = new LinkedHashMap<>();
        for (String line : Files.readAllLines(FILE)) {
            JsonNode node = json.readTree(line);
            if (!node.get("type").asText().equals("post")) {
                threads.computeIfAbsent(node.get("post_id").asText(), id -> new ArrayList<>())
                        .add(message(node));
            }
        }
        List<AnswerThread> read = new ArrayList<>();
        threads.forEach(
                (id, messages) -> {
                    messages.sort(
                            Comparator.comparing((AnswerThread.Message m) -> m.line().at())
                                    .thenComparing(m -> Long.parseLong(m.line().id())));
                    read.add(new AnswerThread(id, messages));
                });
        return read;
    }

    private static AnswerThread.Message message(JsonNode node) {
        LocalDateTime at = LocalDateTime.parse(node.get("date").asText(), TIME);
        String text = node.get("text").asText();
        JsonNode label = node.path("label");
        String answer = label.path("answer").asText(null);
        boolean official = label.path("kind").asText().equals("official");
        TalkLine line =
                new TalkLine(
                        node.get("id").asText(),
                        node.path("reply_to").asText(null),
                        null,
                        null,
                        at.toInstant(ZoneOffset.UTC),
                        TalkReading.of(text));
        return new AnswerThread.Message(
                line,
                text,
                at.toLocalDate(),
                needsAnswer(label.path("kind").asText()),
                official,
                official ? AnswerKind.ofLabel(answer) : null,
                label.path("answers_to").asText(null));
    }

    private static double needsAnswer(String kind) {
        return switch (kind) {
            case "appeal" -> 0.9;
            case "follow_up" -> 0.8;
            case "opinion" -> 0.2;
            default -> 0.1;
        };
    }
}
