package io.otklik.cli.language;

import io.otklik.cli.CommandException;
import io.otklik.cli.JsonOption;
import io.otklik.cli.TerminalProgress;
import io.otklik.language.answer.AnswerEvaluation;
import io.otklik.language.answer.AnswerThread;
import io.otklik.language.rules.RuleBook;
import io.otklik.language.topic.TopicEvaluation;
import io.otklik.language.topic.TopicExample;
import io.otklik.language.topic.TopicFigures;
import io.otklik.language.topic.TopicLexicon;
import io.otklik.language.train.AnswerThreads;
import io.otklik.language.train.DecidedAnswers;
import io.otklik.language.train.KindEvaluation;
import io.otklik.language.train.KindFigures;
import io.otklik.language.train.LabelledThread;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Measures the model. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        header = "Measure how well the model reads labelled messages.",
        description = {
            "Measure on labelled messages how well kinds are found, beside key words "
                    + "and plain regression, and on texts with typos, without punctuation and in "
                    + "one case.",
            "",
            "Without --train, the files are split by thread (and by text) into parts, "
                    + "and each part is asked after training on the others. With --trained, a "
                    + "trained model is asked as it is: right for files that it was not trained "
                    + "on.",
            "",
            "A line that is no labelled message is left out and told on standard "
                    + "error, and the command ends with 2 after the figures; files to train on "
                    + "must be in order."
        },
        footer = {
            "",
            "Examples:",
            "  otklik evaluate ../shared/data/walls",
            "  otklik evaluate --train walls/pravoberezhny.jsonl walls/activists.jsonl",
            "  otklik evaluate --train wall.jsonl --until 2023-01-01 \\",
            "      --from 2024-01-01 wall.jsonl",
            "  otklik evaluate --trained hidden-wall.jsonl",
            "  otklik evaluate --part answers ../shared/data/walls",
            "  otklik evaluate --part topics ../shared/data/walls ../shared/data/appeals"
        })
public final class EvaluateCommand implements Callable<Integer> {

    /** What is measured. */
    enum Part {
        KINDS,
        ANSWERS,
        TOPICS
    }

    private static final String NOTHING_TO_LEARN =
            "There is no labelled message to train on that is not asked about too.";

    private static final String AS_LABELLED = "kinds as labelled";
    private static final String AS_DECIDED = "kinds as decided";

    @Spec private CommandSpec spec;
    @Mixin private WrittenOption written;
    @Mixin private ModelOption model;
    @Mixin private JsonOption json;

    @Option(
            names = "--train",
            paramLabel = "FILE",
            description =
                    "Train on this file, may be repeated; ask about the others. Threads that are asked"
                            + " about are not learned from.")
    private List<Path> train = List.of();

    @Option(
            names = "--until",
            paramLabel = "DATE",
            description = "Train on threads from before this day.")
    private LocalDate until;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "Ask about threads from this day on.")
    private LocalDate from;

    @Option(
            names = "--trained",
            description = "Ask the model that comes with the command, or that of --model.")
    private boolean trained;

    @Option(
            names = "--folds",
            paramLabel = "N",
            defaultValue = "5",
            description = "Number of parts (default: ${DEFAULT-VALUE}).")
    private int folds;

    @Option(
            names = "--part",
            paramLabel = "PART",
            defaultValue = "kinds",
            description =
                    "What is measured: kinds (default); answers: kind of official answers and which"
                            + " message they answer, with kinds as labelled and as decided; topics: groups and topics of appeals, by source.")
    private Part part;

    @Option(
            names = "--show-text",
            description = "Show the texts of the worst mistakes, not their ids alone.")
    private boolean showText;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description =
                    "Labelled files or folders; with --part topics tables of appeals too (CSV, as for"
                            + " otklik train).")
    private List<Path> files;

    @Override
    public Integer call() throws IOException {
        if (folds < 2) {
            throw CommandException.wrongInput("--folds needs at least 2 parts.");
        }
        LinesLeftOut leftOut = new LinesLeftOut(spec.commandLine().getErr());
        if (part == Part.TOPICS) {
            measureTopics(leftOut);
        } else {
            List<LabelledThread> asked =
                    WrittenOption.read(files, leftOut).stream().filter(this::isAsked).toList();
            if (asked.isEmpty()) {
                throw CommandException.wrongInput("There is no labelled message to ask about.");
            }
            if (part == Part.ANSWERS) {
                measureAnswers(asked);
            } else {
                measureKinds(asked);
            }
        }
        leftOut.end();
        return 0;
    }

    private void measureKinds(List<LabelledThread> asked) throws IOException {
        Map<String, KindFigures> figures;
        try (TerminalProgress progress = new TerminalProgress(spec.commandLine().getErr())) {
            figures = measure(asked, progress);
        }
        if (json.isGiven()) {
            JsonOption.print(spec.commandLine().getOut(), figures);
        } else {
            new FiguresText(spec.commandLine().getOut()).print(figures);
        }
    }

    /**
     * Official answers: across folds, or by a trained model as it is; with kinds as they are
     * labelled, and as they are decided in use.
     */
    private void measureAnswers(List<LabelledThread> asked) throws IOException {
        if (!train.isEmpty()) {
            throw CommandException.wrongInput("--part answers knows no --train.");
        }
        List<AnswerThread> threads = AnswerThreads.of(asked);
        Map<String, AnswerEvaluation> figures = new LinkedHashMap<>();
        try (TerminalProgress progress = new TerminalProgress(spec.commandLine().getErr())) {
            if (trained || model.isGiven()) {
                figures.put(AS_LABELLED, AnswerEvaluation.test(model.answers(), threads));
                figures.put(
                        AS_DECIDED, DecidedAnswers.test(model.reader(), model.answers(), asked));
            } else {
                figures.put(
                        AS_LABELLED,
                        AnswerEvaluation.crossValidate(threads, written.answers(), folds));
                figures.put(
                        AS_DECIDED,
                        new DecidedAnswers(
                                        RuleBook.bundled(),
                                        written.threads(),
                                        written.answers(),
                                        progress::working)
                                .crossValidate(asked, folds));
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json.isGiven()) {
            JsonOption.print(out, figures);
        } else {
            figures.forEach((name, one) -> out.printf("%s:%n%s%n", name, one.table()));
        }
    }

    /** Topics: across folds, from one set of files to another, or by a trained model as it is. */
    private void measureTopics(LinesLeftOut leftOut) throws IOException {
        if (from != null || until != null) {
            throw CommandException.wrongInput("--part topics knows no --from and --until.");
        }
        List<TopicExample> asked = WrittenOption.readTopics(files, leftOut);
        if (asked.isEmpty()) {
            throw CommandException.wrongInput("There is no text with a topic to ask about.");
        }
        List<TopicFigures> figures;
        try (TerminalProgress progress = new TerminalProgress(spec.commandLine().getErr())) {
            progress.working("Measuring the topics");
            figures = topicFigures(asked);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json.isGiven()) {
            JsonOption.print(out, figures.stream().map(TopicSource::of).toList());
        } else {
            new TopicFiguresText(out).print(figures);
        }
    }

    private List<TopicFigures> topicFigures(List<TopicExample> asked) throws IOException {
        TopicEvaluation evaluation = new TopicEvaluation(TopicLexicon.bundled());
        if (trained || model.isGiven()) {
            return evaluation.of(model.topics(), asked);
        }
        List<TopicExample> always = new ArrayList<>(written.topics());
        if (train.isEmpty()) {
            return evaluation.folds(asked, always, folds);
        }
        List<TopicExample> given = WrittenOption.readTopics(train);
        always.addAll(learned(given, TopicEvaluation.apart(given, asked), "texts"));
        return evaluation.unseen(always, asked);
    }

    private Map<String, KindFigures> measure(List<LabelledThread> asked, TerminalProgress progress)
            throws IOException {
        boolean asIs = trained || model.isGiven();
        KindEvaluation evaluation =
                new KindEvaluation(
                        RuleBook.bundled(),
                        asIs ? List.of() : written.threads(),
                        showText,
                        progress::working);
        if (asIs) {
            return evaluation.of(model.reader(), asked);
        }
        if (train.isEmpty()) {
            return evaluation.acrossFolds(asked, folds);
        }
        List<LabelledThread> given =
                WrittenOption.read(train).stream().filter(this::isLearned).toList();
        return evaluation.across(
                learned(given, KindEvaluation.apart(given, asked), "threads"), asked);
    }

    /**
     * What is asked about is not learned from.
     *
     * @param apart those of {@code given} that are not asked about
     */
    private <T> List<T> learned(List<T> given, List<T> apart, String what) {
        int leftOut = given.size() - apart.size();
        if (leftOut > 0) {
            spec.commandLine()
                    .getErr()
                    .printf("%,d %s are asked about and were not learned from.%n", leftOut, what);
        }
        if (apart.isEmpty()) {
            throw CommandException.wrongInput(NOTHING_TO_LEARN);
        }
        return apart;
    }

    private boolean isAsked(LabelledThread thread) {
        return from == null || thread.at() != null && !thread.at().toLocalDate().isBefore(from);
    }

    private boolean isLearned(LabelledThread thread) {
        return until == null || thread.at() != null && thread.at().toLocalDate().isBefore(until);
    }
}
