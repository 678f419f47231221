package io.otklik.samples;

import io.otklik.schemas.Audience;
import io.otklik.schemas.JsonCodec;
import io.otklik.schemas.Topic;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;

/** Writes the sample files anew: {@code SampleWriter FOLDER}. */
public final class SampleWriter {

    /** File of each raw topic. */
    static final Map<Topic, String> FILES =
            new EnumMap<>(
                    Map.of(
                            Topic.RAW_VK, "vk-callback.jsonl",
                            Topic.RAW_TELEGRAM, "telegram-updates.jsonl",
                            Topic.RAW_MESSAGE, "ok-messages.jsonl"));

    static final String TRUTH = "truth.jsonl";
    static final String REGISTRY = "registry.csv";
    static final String AUDIENCE = "audience.jsonl";

    private SampleWriter() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            System.err.println("Give one argument: the folder to write to (deploy/samples/data).");
            System.exit(2);
        }
        write(Path.of(args[0]), GeneratorConfig.sample());
    }

    /**
     * Writes the register, its followers, a file per platform and the truth; the folder is made if
     * missing.
     */
    static void write(Path folder, GeneratorConfig config) throws IOException {
        Files.createDirectories(folder);
        StreamGenerator generator = new StreamGenerator(config);
        Files.writeString(folder.resolve(REGISTRY), generator.registryCsv());
        JsonCodec<Audience> audience = JsonCodec.of(Audience.class);
        try (OutputStream followers = open(folder.resolve(AUDIENCE))) {
            generator.audience().forEach(one -> line(followers, audience.encode(one)));
        }
        Map<Topic, OutputStream> outs = new EnumMap<>(Topic.class);
        try (OutputStream truths = open(folder.resolve(TRUTH))) {
            for (Map.Entry<Topic, String> file : FILES.entrySet()) {
                outs.put(file.getKey(), open(folder.resolve(file.getValue())));
            }
            JsonCodec<Truth> codec = JsonCodec.of(Truth.class);
            Iterator<SampleEvent> events =
                    generator.events(truth -> line(truths, codec.encode(truth)));
            while (events.hasNext()) {
                SampleEvent event = events.next();
                line(outs.get(event.topic()), event.payload());
            }
        } finally {
            for (OutputStream out : outs.values()) {
                out.close();
            }
        }
    }

    private static OutputStream open(Path file) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(file));
    }

    private static void line(OutputStream out, byte[] bytes) {
        try {
            out.write(bytes);
            out.write("\n".getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
