package io.otklik.jobs.appeals;

import io.otklik.language.Models;
import io.otklik.language.routing.RoutingTable;
import io.otklik.yaml.YamlProblem;

import java.io.File;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * By what job {@code appeals} reads texts.
 *
 * @param modelFolder with the models, on each TaskManager; null for those that come with the job
 * @param routingYaml the routing table; null for the one that comes with the job
 */
public record Language(String modelFolder, String routingYaml) implements Serializable {

    /** What comes with the job. */
    public static final Language BUNDLED = new Language(null, null);

    /**
     * By folder and what its files were: tasks of one JVM share a model, and a job that is started
     * anew gets the one that was trained meanwhile.
     */
    private static final Map<List<Object>, Models> READ = new ConcurrentHashMap<>();

    /**
     * One for a task.
     *
     * @throws UncheckedIOException if the models cannot be read; the message names the file
     */
    Interpreter interpreter() {
        return new CachedInterpreter(
                modelFolder == null ? Models.bundled() : read(modelFolder),
                routingYaml == null ? RoutingTable.bundled() : RoutingTable.read(routingYaml));
    }

    /**
     * With a routing table of the submitting machine, which is checked and goes with the job.
     *
     * @param modelFolder null for what comes with the job, as {@code routing}
     * @throws IllegalArgumentException if the table has a mistake; names file and line
     * @throws IOException if the table cannot be read
     */
    static Language of(String modelFolder, String routing) throws IOException {
        if (routing == null) {
            return new Language(modelFolder, null);
        }
        String yaml = Files.readString(Path.of(routing));
        try {
            RoutingTable.read(yaml);
        } catch (YamlProblem e) {
            throw new IllegalArgumentException("%s: %s".formatted(routing, e.getMessage()), e);
        }
        return new Language(modelFolder, yaml);
    }

    private static Models read(String folder) {
        List<Object> state = new ArrayList<>();
        state.add(folder);
        for (String name : List.of(Models.KINDS, Models.ANSWERS, Models.TOPICS)) {
            File file = new File(folder, name);
            state.add(file.lastModified());
            state.add(file.length());
        }
        return READ.computeIfAbsent(
                state,
                read -> {
                    try {
                        return Models.read(Path.of(folder));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e.getMessage(), e);
                    }
                });
    }
}
