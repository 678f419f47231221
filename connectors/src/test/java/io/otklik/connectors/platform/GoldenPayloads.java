package io.otklik.connectors.platform;

import com.fasterxml.jackson.databind.JsonNode;
import io.otklik.schemas.Json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The payloads in {@code src/test/resources/platform}, written for the project. */
public final class GoldenPayloads {

    /** When the gateway received each of them. */
    public static final Instant RECEIVED_AT = Instant.parse("2026-10-05T06:12:00Z");

    /** The key under which their pseudonyms were made. */
    public static final String KEY = "golden-payloads-key";

    private GoldenPayloads() {}

    /**
     * One file.
     *
     * @param format vk, telegram or message
     * @param events what the payload gives, as JSON
     */
    public record Golden(String format, String name, JsonNode payload, JsonNode events) {

        public byte[] bytes() {
            return payload.toString().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return format + '/' + name;
        }
    }

    private static final List<Golden> ALL = read();

    /** All of them, in the order of their names. */
    public static List<Golden> all() {
        return ALL;
    }

    /** The bytes of one payload. */
    public static byte[] bytes(String format, String name) {
        return all().stream()
                .filter(golden -> golden.format().equals(format) && golden.name().equals(name))
                .findFirst()
                .orElseThrow()
                .bytes();
    }

    /** A parser of a format, with the goldens' key. */
    public static PayloadParser parser(String format) {
        Pseudonymizer pseudonymizer = new Pseudonymizer(KEY.getBytes(StandardCharsets.UTF_8));
        return switch (format) {
            case "vk" -> new VkPayloadParser(pseudonymizer);
            case "telegram" -> new TelegramPayloadParser(pseudonymizer);
            case "message" -> new MessagePayloadParser(pseudonymizer);
            default -> throw new IllegalArgumentException(format);
        };
    }

    public static List<PlatformEvent> parse(PayloadParser parser, byte[] payload) {
        List<PlatformEvent> events = new ArrayList<>();
        parser.parse(payload, RECEIVED_AT, events::add);
        return events;
    }

    /** Reads them from the folder of test classes, or from the jar that other modules use. */
    private static List<Golden> read() {
        try {
            URI uri = GoldenPayloads.class.getResource("/platform").toURI();
            if (!uri.getScheme().equals("jar")) {
                return read(Path.of(uri));
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return read(jar.getPath("/platform"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Golden> read(Path folder) throws IOException {
        List<Golden> all = new ArrayList<>();
        for (String format : List.of("vk", "telegram", "message")) {
            try (Stream<Path> files = Files.list(folder.resolve(format))) {
                for (Path file : files.sorted().toList()) {
                    JsonNode content = Json.MAPPER.readTree(Files.readString(file));
                    String name = file.getFileName().toString().replace(".json", "");
                    all.add(
                            new Golden(
                                    format, name, content.get("payload"), content.get("events")));
                }
            }
        }
        return List.copyOf(all);
    }
}
