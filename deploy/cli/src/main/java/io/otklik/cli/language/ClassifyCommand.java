package io.otklik.cli.language;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.otklik.cli.CommandException;
import io.otklik.language.MessageReader;
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
        description =
                "Read messages as JSON lines (whole threads, posts included, in time order) and write"
                        + " each line back with an object \"decision\".",
        footer = {
            "",
            "Examples:",
            "  otklik classify < messages.jsonl > decided.jsonl",
            "  otklik classify < wall.jsonl | jq -c '[.messageId, .decision.kind, .decision.needsAnswer]'"
        })
public final class ClassifyCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Spec private CommandSpec spec;
    @Mixin private ModelOption model;

    @Override
    public Integer call() throws IOException {
        MessageReader reader = model.reader();
        LineClassifier classifier = new LineClassifier(reader, model.answers());
        PrintWriter out = spec.commandLine().getOut();
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        int number = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            number++;
            if (!line.isBlank()) {
                out.write(decided(classifier, line, number));
                out.write('\n');
            }
        }
        out.flush();
        return 0;
    }

    private static String decided(LineClassifier classifier, String line, int number)
            throws JsonProcessingException {
        try {
            JsonNode node = JSON.readTree(line);
            if (!(node instanceof ObjectNode message)) {
                throw new IllegalArgumentException("it is no JSON object");
            }
            classifier.decide(message);
            return JSON.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw refused(number, "it is no JSON (" + e.getOriginalMessage() + ")");
        } catch (IllegalArgumentException e) {
            throw refused(number, e.getMessage());
        }
    }

    private static CommandException refused(int number, String why) {
        return CommandException.wrongInput(
                "Line %d of the input is no message: %s.".formatted(number, why));
    }
}
