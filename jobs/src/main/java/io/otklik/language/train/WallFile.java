package io.otklik.language.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.otklik.language.AnswerKind;
import io.otklik.language.AuthorRole;
import io.otklik.language.Kind;
import io.otklik.schemas.TimeZones;
import io.otklik.schemas.Urgency;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Labelled JSON lines, one message each: a wall as it was labelled ({@code id}, {@code type}
 * post|comment|reply, {@code date}, {@code post_id}, {@code reply_to}, {@code text}, {@code
 * author}, {@code label}) or {@code Message} records with a {@code label}. Either may name the
 * page's {@code timeZone}; times that name no instant are taken as written.
 */
final class WallFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Where pages are that do not name their zone. */
    static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

    /** Comments are named by their post: {@code vk:-1_20_300} stands under {@code vk:-1_20}. */
    private static final Pattern COMMENT_ID = Pattern.compile("([a-z]+:[^_]+_[^_]+)_[^_]+");

    private WallFile() {}

    /** A message in its thread. */
    record Line(String threadId, LabelledMessage message) {}

    /**
     * Reads the threads that have a labelled message.
     *
     * @param faults is told each line that is no message
     */
    static List<LabelledThread> read(Path file, LineFaults faults) throws IOException {
        Map<String, List<LabelledMessage>> threads = new LinkedHashMap<>();
        for (Line line : lines(file, faults)) {
            threads.computeIfAbsent(line.threadId, id -> new ArrayList<>()).add(line.message);
        }
        String source = file.getFileName().toString().replaceAll("\\..*$", "");
        List<LabelledThread> labelled = new ArrayList<>();
        threads.forEach(
                (id, messages) -> {
                    LabelledThread thread =
                            new LabelledThread(
                                    source,
                                    source + "/" + id,
                                    TimeOrder.of(messages, message -> message));
                    if (thread.labelled() > 0) {
                        labelled.add(thread);
                    }
                });
        return labelled;
    }

    /**
     * Reads the messages in the order of the file, deletions left out; of a message that several
     * lines tell of, the first line's place and the last line's words.
     *
     * @param faults is told each line that is no message
     */
    static List<Line> lines(Path file, LineFaults faults) throws IOException {
        Map<String, Line> messages = new LinkedHashMap<>();
        int number = 0;
        // What is no UTF-8 becomes U+FFFD, as where messages are classified: one byte stops
        // nothing.
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                Files.newInputStream(file), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                try {
                    JsonNode node = JSON.readTree(withoutMark(line));
                    if (!"DELETED".equals(node.path("change").asText())) {
                        LabelledMessage message = message(node, zone(node, ZONE));
                        String thread = threadId(node);
                        messages.put(thread + "\n" + message.id(), new Line(thread, message));
                    }
                } catch (IOException | RuntimeException e) {
                    faults.found("%s, line %d: %s".formatted(file, number, firstLine(e)), e);
                }
            }
        }
        return List.copyOf(messages.values());
    }

    /**
     * A message of either form.
     *
     * @param zone of the page
     * @throws IllegalArgumentException if it has no id or its label is none
     */
    static LabelledMessage message(JsonNode node, ZoneId zone) {
        boolean record = isRecord(node);
        String id = required(node, record ? "messageId" : "id");
        String type = text(node, "type");
        String author = text(node, record ? "authorKind" : "author");
        return new LabelledMessage(
                id,
                text(node, record ? "parentId" : "reply_to"),
                record ? text(node, "replyToAuthorId") : null,
                record ? text(node, "authorId") : "COMMUNITY".equals(author) ? "page" : author,
                role(author),
                "post".equalsIgnoreCase(type) || id.equals(namedThread(node)),
                node.path("text").asText(""),
                MessageTime.read(text(node, record ? "publishedAt" : "date"), zone),
                label(node.get("label")));
    }

    /** When a record came to say this, on the page's clocks; null if that is not told. */
    static LocalDateTime changedAt(JsonNode node, ZoneId zone) {
        LocalDateTime edited = MessageTime.read(text(node, "editedAt"), zone);
        boolean seenOnly = edited == null && "EDITED".equals(text(node, "change"));
        return seenOnly ? MessageTime.read(text(node, "observedAt"), zone) : edited;
    }

    /** The zone of the page: as the line names it, else the other. */
    static ZoneId zone(JsonNode node, ZoneId otherwise) {
        return TimeZones.named(text(node, "timeZone")).orElse(otherwise);
    }

    /**
     * The thread that a message of either form belongs to. If the line does not name it, the id
     * tells it; if neither does, the message stands alone.
     */
    static String threadId(JsonNode node) {
        String named = namedThread(node);
        String id = text(node, isRecord(node) ? "messageId" : "id");
        if (named != null) {
            return named;
        }
        boolean post = "post".equalsIgnoreCase(text(node, "type"));
        Matcher comment = COMMENT_ID.matcher(id);
        return !post && comment.matches() ? comment.group(1) : id;
    }

    private static String namedThread(JsonNode node) {
        return text(node, isRecord(node) ? "threadId" : "post_id");
    }

    private static boolean isRecord(JsonNode node) {
        return node.has("messageId");
    }

    private static AuthorRole role(String author) {
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

    private static String required(JsonNode node, String field) {
        String value = text(node, field);
        if (value == null) {
            throw new IllegalArgumentException("no " + field);
        }
        return value;
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value == null || value.asText().isBlank() || value.isNull() ? null : value.asText();
    }

    /** A line without the byte order mark that some editors put before the first one. */
    private static String withoutMark(String line) {
        return line.startsWith("\uFEFF") ? line.substring(1) : line;
    }

    private static String firstLine(Exception e) {
        String message = String.valueOf(e.getMessage());
        return message.lines().findFirst().orElse("");
    }
}
