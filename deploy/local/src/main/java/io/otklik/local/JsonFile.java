package io.otklik.local;

import io.otklik.schemas.Json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Small JSON files that several processes read while one replaces them. */
public final class JsonFile {

    private JsonFile() {}

    /**
     * The value in the file; empty if there is no file.
     *
     * @throws LocalStackException if the file is not such a value
     */
    public static <T> Optional<T> read(Path file, Class<T> type) {
        try {
            return Optional.of(Json.MAPPER.readValue(Files.readAllBytes(file), type));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new LocalStackException(
                    "%s cannot be read (%s); delete it and run otklik up."
                            .formatted(file, e.getClass().getSimpleName()),
                    e);
        }
    }

    /** Replaces the file at once: a reader sees the old value or the new one. */
    public static void write(Path file, Object value) {
        try {
            Files.createDirectories(file.getParent());
            Path next = Files.createTempFile(file.getParent(), file.getFileName() + ".", ".new");
            Files.write(
                    next, Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(value));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
