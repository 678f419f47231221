package io.otklik.cli.language;

import io.otklik.cli.CommandException;
import io.otklik.cli.TerminalProgress;
import io.otklik.language.Models;
import io.otklik.language.answer.AnswerTrainer;
import io.otklik.language.model.KindModel;
import io.otklik.language.model.KindModelFile;
import io.otklik.language.rules.RuleBook;
import io.otklik.language.topic.TopicExample;
import io.otklik.language.topic.TopicLexicon;
import io.otklik.language.topic.TopicTraining;
import io.otklik.language.train.AnswerThreads;
import io.otklik.language.train.KindTraining;
import io.otklik.language.train.LabelledThread;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Makes the model anew. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        header = "Train the model on labelled messages.",
        description = {
            "The same files give the same checksum.",
            "",
            "FILE: JSON lines of a labelled wall or of Message records with an object \"label\"; CSV"
                    + " with the columns text and kind; or the incident system's export (comma,"
                    + " semicolon or tab; UTF-8 or Windows-1251). Of an export, kinds learn that each"
                    + " row is an appeal, topics its group and topic, answers which last answers were"
                    + " final; what is no appeal they learn from the corpus and other files."
        },
        footer = {
            "",
            "Examples:",
            "  otklik train --data ../shared/data --out jobs/src/main/resources/models",
            "  otklik train --out model our-incidents.csv",
            "  otklik train --data ../shared/data --out model our-incidents.csv",
            "  otklik classify --model model < messages.jsonl"
        })
public final class TrainCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private WrittenOption written;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Folder with labelled walls (walls/*.jsonl) and tables of appeals (appeals/*.csv).")
    private Path data;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Folder that the model files go to.")
    private Path out;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Further labelled files.")
    private List<Path> files = List.of();

    @Override
    public Integer call() throws IOException {
        List<Path> inputs = new ArrayList<>(files);
        if (data != null) {
            inputs.add(0, data.resolve("walls"));
        }
        if (inputs.isEmpty()) {
            throw CommandException.wrongInput("Give --data or labelled files.");
        }
        List<LabelledThread> threads = WrittenOption.read(inputs);
        List<LabelledThread> corpus = written.threads();
        PrintWriter answer = spec.commandLine().getOut();
        answer.printf(
                "%,d labelled messages of %,d threads, %,d written ones.%n",
                labelled(threads), threads.size(), labelled(corpus));
        Files.createDirectories(out);
        try (TerminalProgress progress = new TerminalProgress(spec.commandLine().getErr())) {
            progress.working("Training the kinds");
            answer.println(trainKinds(threads, corpus));
            progress.working("Training the answers");
            answer.println(trainAnswers(threads));
            progress.working("Training the topics");
            answer.println(trainTopics());
        }
        return 0;
    }

    private String trainKinds(List<LabelledThread> threads, List<LabelledThread> corpus)
            throws IOException {
        KindModel model;
        try {
            model = new KindTraining(RuleBook.bundled()).train(threads, corpus);
        } catch (IllegalArgumentException e) {
            throw CommandException.wrongInput(e.getMessage());
        }
        Path file = out.resolve(Models.KINDS);
        try (OutputStream to = Files.newOutputStream(file)) {
            return KindModelFile.write(model, to) + "  " + file;
        }
    }

    private String trainAnswers(List<LabelledThread> threads) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        AnswerTrainer.train(AnswerThreads.of(threads), written.answers())
                .write(new DataOutputStream(content));
        return pack(content, out.resolve(Models.ANSWERS));
    }

    /** Topics are learned from all that is given, appeals to portals first, and from the corpus. */
    private String trainTopics() throws IOException {
        List<Path> inputs = new ArrayList<>(files);
        if (data != null) {
            inputs.addAll(
                    0,
                    Stream.of(data.resolve("appeals"), data.resolve("walls"))
                            .filter(Files::isDirectory)
                            .toList());
        }
        List<TopicExample> examples = new ArrayList<>(WrittenOption.readTopics(inputs));
        examples.addAll(written.topics());
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        new TopicTraining(TopicLexicon.bundled())
                .train(examples)
                .write(new DataOutputStream(content));
        return pack(content, out.resolve(Models.TOPICS));
    }

    private static String pack(ByteArrayOutputStream content, Path file) throws IOException {
        try (OutputStream to = new GZIPOutputStream(Files.newOutputStream(file))) {
            content.writeTo(to);
        }
        return KindModelFile.checksum(content.toByteArray()) + "  " + file;
    }

    private static long labelled(List<LabelledThread> threads) {
        return threads.stream().mapToLong(LabelledThread::labelled).sum();
    }
}
