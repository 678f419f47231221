package io.otklik.cli.language;

import io.otklik.cli.CommandException;
import io.otklik.language.answer.AnswerExample;
import io.otklik.language.answer.AnswerExamples;
import io.otklik.language.topic.TopicExample;
import io.otklik.language.train.AnswerThreads;
import io.otklik.language.train.LabelledFiles;
import io.otklik.language.train.LabelledThread;
import io.otklik.language.train.LineFaults;
import io.otklik.language.train.TopicFiles;
import io.otklik.local.Home;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The corpus written for the project, which every training learns from too. */
final class WrittenOption {

    @Option(
            names = "--written",
            paramLabel = "DIR",
            description =
                    "Folder with the written corpus (default: jobs/src/main/training of the project).")
    private Path folder;

    List<LabelledThread> threads() throws IOException {
        return read(List.of(folder()));
    }

    /** Official messages: single ones and those of the threads. */
    List<AnswerExample> answers() throws IOException {
        List<AnswerExample> answers = new ArrayList<>();
        Path table = folder().resolve("answers").resolve("official-answers.tsv");
        if (Files.exists(table)) {
            answers.addAll(AnswerExamples.read(table));
        }
        answers.addAll(AnswerExamples.of(AnswerThreads.of(threads())));
        return answers;
    }

    /** Messages with their groups. */
    List<TopicExample> topics() throws IOException {
        Path texts = folder().resolve("topics");
        return readTopics(Files.isDirectory(texts) ? List.of(folder(), texts) : List.of(folder()));
    }

    private Path folder() {
        Path from = folder == null ? Home.find().root().resolve("jobs/src/main/training") : folder;
        if (!Files.isDirectory(from)) {
            throw CommandException.wrongInput(
                    "There is no folder %s; give --written.".formatted(from));
        }
        return from;
    }

    /** Labelled files; a fault of theirs is the user's to mend. */
    static List<LabelledThread> read(List<Path> files) throws IOException {
        return read(files, LineFaults.REFUSED);
    }

    /**
     * Labelled files; a fault of theirs is the user's to mend.
     *
     * @param faults is told each line that is no message
     */
    static List<LabelledThread> read(List<Path> files, LineFaults faults) throws IOException {
        try {
            return LabelledFiles.read(files, faults);
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException e) {
            throw CommandException.wrongInput(e.getMessage());
        }
    }

    /** Files with topics; a fault of theirs is the user's to mend. */
    static List<TopicExample> readTopics(List<Path> files) throws IOException {
        return readTopics(files, LineFaults.REFUSED);
    }

    /**
     * Files with topics; a fault of theirs is the user's to mend.
     *
     * @param faults is told each line that is no message
     */
    static List<TopicExample> readTopics(List<Path> files, LineFaults faults) throws IOException {
        try {
            return TopicFiles.read(files, faults);
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            throw CommandException.wrongInput(e.getMessage());
        }
    }
}
