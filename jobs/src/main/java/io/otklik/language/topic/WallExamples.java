package io.otklik.language.topic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads appeals and follow-ups with their groups from a labelled wall: JSON lines {@code id,
 * post_id, reply_to, text, label{kind, group}}.
 */
public final class WallExamples {

    private static final Set<String> KINDS = Set.of("appeal", "follow_up");

    private static final ObjectMapper JSON = new ObjectMapper();

    private WallExamples() {}

    /**
     * Reads a wall; messages without a group of the official list are left out.
     *
     * @throws IOException if it cannot be read or is no JSON lines
     */
    public static List<TopicExample> read(Path file) throws IOException {
        List<JsonNode> messages = new ArrayList<>();
        Map<String, String> texts = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                JsonNode message = JSON.readTree(line);
                messages.add(message);
                texts.put(message.path("id").asText(), message.path("text").asText());
            }
        }
        TopicCatalog catalog = TopicCatalog.bundled();
        List<TopicExample> examples = new ArrayList<>();
        for (JsonNode message : messages) {
            JsonNode label = message.path("label");
            String group = label.path("group").asText();
            if (!KINDS.contains(label.path("kind").asText()) || !catalog.hasGroup(group)) {
                continue;
            }
            String post = message.path("post_id").asText();
            String parent = message.path("reply_to").asText();
            examples.add(
                    new TopicExample(
                            TopicExample.WALL,
                            file.getFileName() + "/" + post,
                            message.path("text").asText(),
                            parent.equals(post) ? null : texts.get(parent),
                            texts.get(post),
                            catalog.groupNumber(group),
                            -1));
        }
        return examples;
    }
}
