package io.otklik.connectors.clickhouse;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a password is found. What travels with a job is the place, never the password: it is read
 * on the machine that connects, when it connects.
 */
@FunctionalInterface
public interface Secret extends Serializable {

    String read();

    /**
     * The variable {@code name}, or the file that the variable {@code name_FILE} names, whose last
     * line break is dropped; empty if neither is set.
     */
    static Secret environment(String name) {
        return () -> read(name, System.getenv());
    }

    /** As {@link #environment}, from the given variables. */
    static String read(String name, Map<String, String> environment) {
        String value = environment.get(name);
        String file = environment.get(name + "_FILE");
        if (value != null && file != null) {
            throw new IllegalStateException(
                    "Set one of %s and %s_FILE, not both.".formatted(name, name));
        }
        if (file == null) {
            return value == null ? "" : value;
        }
        try {
            return Files.readString(Path.of(file)).replaceFirst("\\R$", "");
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The file %s that %s_FILE names cannot be read.".formatted(file, name), e);
        }
    }
}
