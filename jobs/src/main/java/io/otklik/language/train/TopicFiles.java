package io.otklik.language.train;

import io.otklik.language.ThreadReader;
import io.otklik.language.topic.AppealTables;
import io.otklik.language.topic.TopicCatalog;
import io.otklik.language.topic.TopicExample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads texts with their topics from files and folders: labelled walls and tables, as for the kinds
 * ({@link LabelledFiles}), and tables of registered appeals.
 */
public final class TopicFiles {

    private static final String WALL = ".jsonl";

    private TopicFiles() {}

    /**
     * Reads files as they are given and folders by name; of a folder, tables that are none of the
     * known forms are left out.
     *
     * @throws IOException if a file cannot be read; the message names it
     * @throws IllegalArgumentException if a table that is named is none of the known forms
     */
    public static List<TopicExample> read(List<Path> paths) throws IOException {
        return read(paths, LineFaults.REFUSED);
    }

    /**
     * Reads files as {@link #read(List)} does.
     *
     * @param faults is told each line of a labelled file that is no message
     */
    public static List<TopicExample> read(List<Path> paths, LineFaults faults) throws IOException {
        List<TopicExample> examples = new ArrayList<>();
        for (Path path : paths) {
            for (Path file : Files.isDirectory(path) ? inFolder(path) : List.of(path)) {
                examples.addAll(readFile(file, faults));
            }
        }
        return examples;
    }

    private static List<TopicExample> readFile(Path file, LineFaults faults) throws IOException {
        if (!LabelledFiles.isTable(file)) {
            return ofWall(file.getFileName().toString(), WallFile.lines(file, faults));
        }
        return CsvFile.isLabelled(file)
                ? ofTable(CsvFile.read(file, faults))
                : AppealTables.read(file);
    }

    private static List<Path> inFolder(Path folder) throws IOException {
        List<Path> known = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                boolean table = LabelledFiles.isTable(file);
                if (file.toString().endsWith(WALL)
                        || table && (AppealTables.isKnown(file) || CsvFile.isLabelled(file))) {
                    known.add(file);
                }
            }
        }
        return known;
    }

    private static List<TopicExample> ofWall(String name, List<WallFile.Line> lines) {
        Map<String, String> texts = new HashMap<>();
        lines.forEach(line -> texts.put(line.message().id(), line.message().text()));
        List<TopicExample> examples = new ArrayList<>();
        Map<String, List<String>> askedBy = new HashMap<>();
        for (WallFile.Line line : lines) {
            String parent = line.message().parentId();
            boolean first = parent == null || parent.equals(line.threadId());
            add(
                    examples,
                    askedBy,
                    name + "/" + line.threadId(),
                    line.message(),
                    first ? null : texts.get(parent),
                    texts.get(line.threadId()));
        }
        return examples;
    }

    private static List<TopicExample> ofTable(List<LabelledThread> rows) {
        List<TopicExample> examples = new ArrayList<>();
        Map<String, List<String>> askedBy = new HashMap<>();
        for (LabelledThread row : rows) {
            LabelledMessage post = null;
            for (LabelledMessage message : row.messages()) {
                post = message.post() ? message : post;
                add(examples, askedBy, row.id(), message, null, post == null ? null : post.text());
            }
        }
        return examples;
    }

    /**
     * Adds a message that needs an answer, if it is labelled with a group of the official list.
     *
     * @param askedBy texts of those added before, by thread
     */
    private static void add(
            List<TopicExample> examples,
            Map<String, List<String>> askedBy,
            String unit,
            LabelledMessage message,
            String parent,
            String post) {
        TopicCatalog catalog = TopicCatalog.bundled();
        Label label = message.label();
        if (label == null || !label.kind().needsAnswer() || !catalog.hasGroup(label.group())) {
            return;
        }
        List<String> asked = askedBy.computeIfAbsent(unit, key -> new ArrayList<>());
        boolean topic = label.topic() != null && catalog.hasTopic(label.group(), label.topic());
        examples.add(
                new TopicExample(
                        TopicExample.WALL,
                        unit,
                        message.text(),
                        parent,
                        post,
                        asked.subList(
                                Math.max(0, asked.size() - ThreadReader.MOST_ASKED), asked.size()),
                        catalog.groupNumber(label.group()),
                        topic ? catalog.topicNumber(label.group(), label.topic()) : -1));
        asked.add(message.text());
    }
}
