package io.otklik.language.answer;

import io.otklik.language.AnswerKind;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Makes examples for {@link AnswerTrainer} of labelled threads and of a table of single texts. */
public final class AnswerExamples {

    /** A day as good as any: what names a time is to be read as in use. */
    private static final LocalDate WRITTEN_ON = LocalDate.of(2026, 3, 2);

    private static final int KIND = 0;
    private static final int TEXT = 2;

    private AnswerExamples() {}

    /**
     * The labelled official messages of the threads, in their order, with what they stand under.
     */
    public static List<AnswerExample> of(List<AnswerThread> threads) {
        List<AnswerExample> examples = new ArrayList<>();
        for (AnswerThread thread : threads) {
            AnswerTargets targets = new AnswerTargets(thread.id());
            for (AnswerThread.Message message : thread.messages()) {
                if (!message.official()) {
                    targets.resident(message.line(), message.needsAnswer());
                    continue;
                }
                AnswerMatch match = targets.match(message.line());
                if (message.kind() != null) {
                    examples.add(
                            new AnswerExample(
                                    message.text(),
                                    message.published(),
                                    match.context(),
                                    message.kind()));
                }
                if (message.kind() != AnswerKind.OTHER) {
                    targets.give(message.line(), match.ids());
                }
            }
        }
        return examples;
    }

    /**
     * Reads a table of single official messages: tab-separated kind, outcome, text under a line of
     * headings. Each is an example of everything that it may stand under in use. Learned alone, it
     * would leave an appeal that waits to walls whose page always answers finally.
     *
     * @throws IOException if a line is not of this form; the message names file and line
     */
    public static List<AnswerExample> read(Path table) throws IOException {
        List<AnswerExample> examples = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(table)) {
            int number = 1;
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                String[] cells = line.split("\t");
                if (cells.length <= TEXT) {
                    throw new IOException(
                            "%s, line %d: not kind, outcome and text".formatted(table, number));
                }
                for (AnswerContext context : AnswerContext.values()) {
                    examples.add(
                            new AnswerExample(
                                    cells[TEXT],
                                    WRITTEN_ON,
                                    context,
                                    AnswerKind.ofLabel(cells[KIND])));
                }
            }
        }
        return examples;
    }
}
