package io.otklik.cli.language;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.otklik.cli.CommandException;
import io.otklik.language.train.LineClassifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;

/** Decides on messages from standard input. */
@Command(
        name = "classify",
        mixinStandardHelpOptions = true,
        description = {
            "Read messages as JSON lines (whole threads, posts included, in time order) and write"
                    + " each line back with an object \"decision\".",
            "",
            "A line is a Message record (messageId, threadId, parentId, type, authorId, authorKind,"
                    + " text, publishedAt) or a line of a wall (id, post_id, reply_to, type, author,"
                    + " text, date). A line that is no message is written back with \"decision\": null,"
                    + " or as {\"unreadable\": LINE, \"decision\": null}, the reason goes to standard"
                    + " error, and the command ends with 2."
        },
        footer = {
            "",
            "Examples:",
            "  otklik classify < messages.jsonl > decided.jsonl",
            "  otklik classify < wall.jsonl | jq -c '[.messageId, .decision.kind, .decision.needsAnswer]'"
        })
public final class ClassifyCommand implements Callable<Integer> {

    /** Writes back what it read: a number keeps its digits. */
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
                    .build();

    private static final String UNREADABLE = "unreadable";

    @Spec private CommandSpec spec;
    @Mixin private ModelOption model;

    private int number;
    private int refused;

    @Override
    public Integer call() throws IOException {
        LineClassifier classifier = new LineClassifier(model.reader(), model.answers());
        PrintWriter out = spec.commandLine().getOut();
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            number++;
            String text = line.startsWith("\uFEFF") ? line.substring(1) : line;
            if (!text.isBlank()) {
                ObjectNode message = read(text);
                decide(classifier, message);
                out.write(JSON.writeValueAsString(message));
                out.write('\n');
            }
        }
        out.flush();
        if (refused > 0) {
            throw CommandException.wrongInput(
                    "%,d of %,d lines are no message and have no decision."
                            .formatted(refused, number));
        }
        return 0;
    }

    /** The object of a line; of a line that holds none, one that keeps the line as it is. */
    private ObjectNode read(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            if (node instanceof ObjectNode message) {
                return message;
            }
            refuse("it is no JSON object");
        } catch (JsonProcessingException e) {
            refuse("it is no JSON (" + e.getOriginalMessage() + ")");
        }
        return JSON.createObjectNode().put(UNREADABLE, line);
    }

    private void decide(LineClassifier classifier, ObjectNode message) {
        if (message.has(UNREADABLE)) {
            message.putNull(LineClassifier.DECISION);
            return;
        }
        try {
            classifier.decide(message);
        } catch (IllegalArgumentException e) {
            message.putNull(LineClassifier.DECISION);
            refuse(e.getMessage());
        }
    }

    private void refuse(String why) {
        refused++;
        spec.commandLine()
                .getErr()
                .println("Line %d of the input is no message: %s.".formatted(number, why));
    }
}
