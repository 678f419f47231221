package io.otklik.grafana.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Where the module's files lie; Maven runs tests in the module's folder. */
public final class Folders {

    /** The module as it is committed. */
    public static final Path COMMITTED = Path.of("").toAbsolutePath();

    /** What the build generated just now. */
    public static final Path GENERATED = COMMITTED.resolve("target/generated");

    private Folders() {}

    /** Texts of the files of a folder by name. */
    public static Map<String, String> texts(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            Map<String, String> texts = new TreeMap<>();
            for (Path file : files.toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
