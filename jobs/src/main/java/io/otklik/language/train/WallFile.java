package io.otklik.language.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.otklik.language.AnswerKind;
import io.otklik.language.AuthorRole;
import io.otklik.language.Kind;
import io.otklik.schemas.Urgency;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Labelled JSON lines, one message each: a wall as it was labelled ({@code id}, {@code type}
 * post|comment|reply, {@code date}, {@code post_id}, {@code reply_to}, {@code text}, {@code
 * author}, {@code label}) or {@code Message} records with a {@code label}.
 */
final class WallFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private WallFile() {}

    /**
     * Reads the threads that have a labelled message.
     *
     * @throws IOException if a line cannot be read; the message names file and line
     */
    static List<LabelledThread> read(Path file) throws IOException {
        Map<String, List<LabelledMessage>> threads = new LinkedHashMap<>();
        int number = 0;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                try {
                    JsonNode node = JSON.readTree(line);
                    LabelledMessage message = message(node);
                    threads.computeIfAbsent(threadId(node), id -> new ArrayList<>()).add(message);
                } catch (IOException | RuntimeException e) {
                    throw new IOException(
                            "%s, line %d: %s".formatted(file, number, firstLine(e)), e);
                }
            }
        }
        String source = file.getFileName().toString().replaceAll("\\..*$", "");
        List<LabelledThread> labelled = new ArrayList<>();
        threads.forEach(
                (id, messages) -> {
                    LabelledThread thread =
                            new LabelledThread(source, source + "/" + id, inOrder(messages));
                    if (thread.labelled() > 0) {
                        labelled.add(thread);
                    }
                });
        return labelled;
    }

    private static List<LabelledMessage> inOrder(List<LabelledMessage> messages) {
        List<LabelledMessage> sorted = new ArrayList<>(messages);
        sorted.sort(
                (one, other) -> {
                    if (one.post() != other.post()) {
                        return one.post() ? -1 : 1;
                    }
                    if (one.at() == null || other.at() == null) {
                        return 0;
                    }
                    return one.at().compareTo(other.at());
                });
        return sorted;
    }

    /** A message of either form. */
    static LabelledMessage message(JsonNode node) {
        boolean record = node.has("messageId");
        String type = text(node, "type");
        String author = text(node, record ? "authorKind" : "author");
        String date = text(node, record ? "publishedAt" : "date");
        return new LabelledMessage(
                required(node, record ? "messageId" : "id"),
                text(node, record ? "parentId" : "reply_to"),
                record ? text(node, "replyToAuthorId") : null,
                record ? text(node, "authorId") : "COMMUNITY".equals(author) ? "page" : author,
                role(author, record),
                "post".equalsIgnoreCase(type),
                node.path("text").asText(""),
                date == null ? null : time(date),
                label(node.get("label")));
    }

    /** The thread that a message of either form belongs to. */
    static String threadId(JsonNode node) {
        if (node.has("messageId")) {
            return required(node, "threadId");
        }
        String post = text(node, "post_id");
        return post == null ? required(node, "id") : post;
    }

    private static AuthorRole role(String author, boolean record) {
        if (author == null) {
            return AuthorRole.UNKNOWN;
        }
        return switch (author) {
            case "COMMUNITY" -> AuthorRole.OFFICIAL;
            case "OTHER_COMMUNITY" -> AuthorRole.OTHER_COMMUNITY;
            default -> AuthorRole.RESIDENT;
        };
    }

    private static Label label(JsonNode node) {
        if (node == null || node.isNull()) {
            return null;
        }
        String answer = text(node, "answer");
        String urgency = text(node, "urgency");
        return new Label(
                Kind.ofLabel(required(node, "kind")),
                text(node, "group"),
                text(node, "topic"),
                node.has("place") ? node.get("place").asBoolean() : null,
                urgency == null ? null : "high".equals(urgency) ? Urgency.HIGH : Urgency.NORMAL,
                answer == null ? null : AnswerKind.ofLabel(answer),
                text(node, "answers_to"));
    }

    /** {@code 2024-05-17 17:00:02} or an instant, whose zone is left out: only order counts. */
    private static LocalDateTime time(String date) {
        String plain = date.replace(' ', 'T');
        int end = Math.min(plain.length(), 19);
        return LocalDateTime.parse(plain.substring(0, end));
    }

    private static String required(JsonNode node, String field) {
        String value = text(node, field);
        if (value == null) {
            throw new IllegalArgumentException("no " + field);
        }
        return value;
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value == null || value.isNull() ? null : value.asText();
    }

    private static String firstLine(Exception e) {
        String message = String.valueOf(e.getMessage());
        return message.lines().findFirst().orElse("");
    }
}
