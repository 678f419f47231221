package io.otklik.samples;

import com.fasterxml.jackson.databind.JsonNode;
import io.otklik.schemas.Json;
import io.otklik.schemas.JsonCodec;
import io.otklik.schemas.MalformedPayloadException;
import io.otklik.schemas.Topic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The committed sample files, read for tests. */
final class SampleData {

    /** One line; {@code json} is null where it is no JSON object with a {@code receivedAt}. */
    record Line(Topic topic, String text, JsonNode json) {

        boolean sound() {
            return json != null;
        }
    }

    private SampleData() {}

    static Path folder() {
        String home = System.getProperty("otklik.home");
        Path root = home == null ? Path.of("").toAbsolutePath() : Path.of(home);
        while (!Files.isDirectory(root.resolve(".mvn"))) {
            root = root.getParent();
        }
        return root.resolve("deploy/samples/data");
    }

    static List<Line> lines(Topic topic) {
        List<Line> lines = new ArrayList<>();
        for (String text : read(SampleWriter.FILES.get(topic))) {
            lines.add(new Line(topic, text, json(text)));
        }
        return lines;
    }

    static List<Truth> truths() {
        JsonCodec<Truth> codec = JsonCodec.of(Truth.class);
        List<Truth> truths = new ArrayList<>();
        for (String line : read(SampleWriter.TRUTH)) {
            try {
                truths.add(codec.decode(line.getBytes(StandardCharsets.UTF_8)));
            } catch (MalformedPayloadException e) {
                throw new AssertionError(line, e);
            }
        }
        return truths;
    }

    static List<String> read(String file) {
        try {
            return Files.readAllLines(folder().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            JsonNode node = Json.MAPPER.readTree(text);
            return node != null && node.has("receivedAt") ? node : null;
        } catch (IOException e) {
            return null;
        }
    }
}
