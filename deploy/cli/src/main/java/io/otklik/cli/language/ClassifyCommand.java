package io.otklik.cli.language;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.otklik.cli.CommandException;
import io.otklik.cli.policy.ImportFile;
import io.otklik.language.routing.RoutingTable;
import io.otklik.language.train.LineClassifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Decides on messages of a file or from standard input. */
@Command(
        name = "classify",
        mixinStandardHelpOptions = true,
        header = "Say what messages are, and why.",
        description = {
            "Read messages as JSON lines (whole threads, posts included) and write "
                    + "each line back, in the same order, with an object \"decision\".",
            "",
            "Each thread is decided in the order in which it was written, so the order "
                    + "of the lines does not matter, within blocks of 20,000 lines; of longer "
                    + "input the earlier blocks are context for the later ones, and the last "
                    + "30,000 messages are remembered. With --stream a line is decided as it "
                    + "comes.",
            "",
            "A line is a Message record (messageId, threadId, parentId, type, "
                    + "authorId, authorKind, text, publishedAt) or a line of a wall (id, "
                    + "post_id, reply_to, type, author, text, date). A line that is no message "
                    + "is written back with \"decision\": null, or as {\"unreadable\": LINE, "
                    + "\"decision\": null}, the reason goes to standard error, and the command "
                    + "ends with 2."
        },
        footer = {
            "",
            "Examples:",
            "  otklik classify messages.jsonl > decided.jsonl",
            "  otklik classify wall.jsonl | \\",
            "      jq -c '[.messageId, .decision.kind, .decision.needsAnswer]'"
        })
public final class ClassifyCommand implements Callable<Integer> {

    /** Writes back what it read: a number keeps its digits. */
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
                    .build();

    private static final int MOST_LINES = 20_000;
    private static final int MOST_CHARACTERS = 8_000_000;

    @Spec private CommandSpec spec;
    @Mixin private ModelOption model;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "Lines to read (default: standard input).")
    private Path file;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            defaultValue = "Europe/Moscow",
            description =
                    "Time zone of the pages, for the days that answers name, unless a line has its own"
                            + " timeZone (default: ${DEFAULT-VALUE}).")
    private ZoneId zone;

    @Option(
            names = "--routing",
            paramLabel = "FILE",
            description = "Routing table (YAML; otklik routing prints the one that comes along).")
    private Path routing;

    @Option(
            names = "--stream",
            description =
                    "Decide on each line as it comes, with the lines before it as context: for input"
                            + " that does not end.")
    private boolean stream;

    private final List<Line> block = new ArrayList<>();
    private LineClassifier classifier;
    private int number;
    private int refused;

    /**
     * A line that was read.
     *
     * @param problem why it is no message, as far as that shows by itself; else null
     */
    private record Line(int number, ObjectNode json, String problem) {}

    @Override
    public Integer call() throws IOException {
        classifier =
                new LineClassifier(
                        model.reader(),
                        model.answers(),
                        routing == null ? RoutingTable.bundled() : RoutingFile.read(routing),
                        zone);
        try (InputStream in =
                file == null ? System.in : Files.newInputStream(ImportFile.present(file))) {
            decide(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        }
        if (refused > 0) {
            throw CommandException.wrongInput(
                    "%,d of %,d lines are no message and have no decision."
                            .formatted(refused, number));
        }
        return 0;
    }

    private void decide(BufferedReader in) throws IOException {
        int characters = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            number++;
            String text = line.startsWith("\uFEFF") ? line.substring(1) : line;
            if (text.isBlank()) {
                continue;
            }
            block.add(read(text));
            characters += text.length();
            if (stream || block.size() == MOST_LINES || characters > MOST_CHARACTERS) {
                decide();
                characters = 0;
            }
        }
        decide();
    }

    /** The object of a line; of a line that holds none, one that keeps the line as it is. */
    private Line read(String line) {
        String problem = "it is no JSON object";
        try {
            if (JSON.readTree(line) instanceof ObjectNode message) {
                return new Line(number, message, null);
            }
        } catch (JsonProcessingException e) {
            problem = "it is no JSON (" + e.getOriginalMessage() + ")";
        }
        ObjectNode kept = JSON.createObjectNode().put("unreadable", line);
        return new Line(number, kept.putNull(LineClassifier.DECISION), problem);
    }

    /** Decides on what has been read and writes it. */
    private void decide() throws IOException {
        Map<ObjectNode, String> noMessages = new IdentityHashMap<>();
        classifier.decide(
                block.stream().filter(line -> line.problem == null).map(Line::json).toList(),
                noMessages::put);
        PrintWriter out = spec.commandLine().getOut();
        for (Line line : block) {
            String why = line.problem == null ? noMessages.get(line.json) : line.problem;
            if (why != null) {
                refuse(line.number, why);
            }
            out.write(JSON.writeValueAsString(line.json));
            out.write('\n');
        }
        out.flush();
        block.clear();
    }

    private void refuse(int line, String why) {
        refused++;
        spec.commandLine()
                .getErr()
                .println("Line %d of the input is no message: %s.".formatted(line, why));
    }
}
