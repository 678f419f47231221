package io.otklik.jobs.appeals;

import io.otklik.language.Models;
import io.otklik.language.routing.RoutingTable;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * By what job {@code appeals} reads texts.
 *
 * @param modelFolder with the models, on each TaskManager; null for those that come with the job
 */
public record Language(String modelFolder) implements Serializable {

    /** What comes with the job. */
    public static final Language BUNDLED = new Language(null);

    /** A model never changes: tasks of one JVM share it. */
    private static final Map<String, Models> READ = new ConcurrentHashMap<>();

    /**
     * One for a task.
     *
     * @throws UncheckedIOException if the models cannot be read; the message names the file
     */
    Interpreter interpreter() {
        return modelFolder == null
                ? CachedInterpreter.bundled()
                : new CachedInterpreter(
                        READ.computeIfAbsent(modelFolder, Language::read), RoutingTable.bundled());
    }

    private static Models read(String folder) {
        try {
            return Models.read(Path.of(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }
}
