package io.otklik.language.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Reads labelled files of every form that is known, told apart by their names and columns. */
public final class LabelledFiles {

    private LabelledFiles() {}

    /**
     * The threads of files, and of the labelled files in folders, that have a labelled message.
     *
     * @throws IOException if a file cannot be read; the message names file and line
     */
    public static List<LabelledThread> read(List<Path> paths) throws IOException {
        return read(paths, LineFaults.REFUSED);
    }

    /**
     * The threads of files, and of the labelled files in folders, that have a labelled message.
     *
     * @param faults is told each line that is no message
     */
    public static List<LabelledThread> read(List<Path> paths, LineFaults faults)
            throws IOException {
        List<LabelledThread> threads = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                for (Path file : inFolder(path)) {
                    threads.addAll(readFile(file, faults));
                }
            } else {
                threads.addAll(readFile(path, faults));
            }
        }
        return threads;
    }

    private static List<LabelledThread> readFile(Path file, LineFaults faults) throws IOException {
        return isTable(file) ? CsvFile.read(file, faults) : WallFile.read(file, faults);
    }

    /** Whether a file is a table by its name; all others are JSON lines. */
    static boolean isTable(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".csv") || name.endsWith(".csv.gz");
    }

    /** The labelled walls of a folder, by name. */
    public static List<Path> inFolder(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
        }
    }
}
