package io.otklik.language.topic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads texts with their topics from files and folders: labelled walls and tables of appeals. */
public final class TopicFiles {

    private static final String WALL = ".jsonl";

    private TopicFiles() {}

    /**
     * Reads files as they are given and folders by name; of a folder, tables that tell no topics
     * are left out.
     *
     * @throws IOException if a file cannot be read
     * @throws IllegalArgumentException if a file that is named is none of the known forms
     */
    public static List<TopicExample> read(List<Path> paths) throws IOException {
        List<TopicExample> examples = new ArrayList<>();
        for (Path path : paths) {
            for (Path file : Files.isDirectory(path) ? inFolder(path) : List.of(path)) {
                examples.addAll(isWall(file) ? WallExamples.read(file) : AppealTables.read(file));
            }
        }
        return examples;
    }

    private static List<Path> inFolder(Path folder) throws IOException {
        List<Path> known = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                if (isWall(file) || isTable(file) && AppealTables.isKnown(file)) {
                    known.add(file);
                }
            }
        }
        return known;
    }

    private static boolean isWall(Path file) {
        return file.toString().endsWith(WALL);
    }

    private static boolean isTable(Path file) {
        return file.toString().endsWith(".csv") || file.toString().endsWith(".csv.gz");
    }
}
