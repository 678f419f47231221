package io.otklik.cli.language;

import io.otklik.cli.CommandException;
import io.otklik.cli.JsonOption;
import io.otklik.cli.TerminalProgress;
import io.otklik.language.answer.AnswerEvaluation;
import io.otklik.language.answer.AnswerThread;
import io.otklik.language.rules.RuleBook;
import io.otklik.language.train.AnswerThreads;
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
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Measures the model. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {
            "Measure on labelled messages how well kinds are found, beside key words and plain"
                    + " regression, and on texts with typos, without punctuation and in one case.",
            "",
            "Without --train, the files are split by thread (and by text) into parts, and each part is"
                    + " asked after training on the others. With --trained, a trained model is asked"
                    + " as it is: right for files that it was not trained on."
        },
        footer = {
            "",
            "Examples:",
            "  otklik evaluate ../shared/data/walls",
            "  otklik evaluate --train walls/pravoberezhny.jsonl walls/activists.jsonl",
            "  otklik evaluate --train wall.jsonl --until 2023-01-01 --from 2024-01-01 wall.jsonl",
            "  otklik evaluate --trained hidden-wall.jsonl",
            "  otklik evaluate --part answers ../shared/data/walls"
        })
public final class EvaluateCommand implements Callable<Integer> {

    /** What is measured. */
    enum Part {
        KINDS,
        ANSWERS
    }

    @Spec private CommandSpec spec;
    @Mixin private WrittenOption written;
    @Mixin private ModelOption model;
    @Mixin private JsonOption json;

    @Option(
            names = "--train",
            paramLabel = "FILE",
            description = "Train on this file, may be repeated; ask about the others.")
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
                    "What is measured: kinds (default), or answers: kind of official answers and"
                            + " which message they answer.")
    private Part part;

    @Option(
            names = "--show-text",
            description = "Show the texts of the worst mistakes, not their ids alone.")
    private boolean showText;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Labelled files or folders.")
    private List<Path> files;

    @Override
    public Integer call() throws IOException {
        if (folds < 2) {
            throw CommandException.wrongInput("--folds needs at least 2 parts.");
        }
        List<LabelledThread> asked =
                WrittenOption.read(files).stream().filter(this::isAsked).toList();
        if (asked.isEmpty()) {
            throw CommandException.wrongInput("There is no labelled message to ask about.");
        }
        if (part == Part.ANSWERS) {
            return measureAnswers(asked);
        }
        Map<String, KindFigures> figures;
        try (TerminalProgress progress = new TerminalProgress(spec.commandLine().getErr())) {
            figures = measure(asked, progress);
        }
        if (json.isGiven()) {
            JsonOption.print(spec.commandLine().getOut(), figures);
        } else {
            new FiguresText(spec.commandLine().getOut()).print(figures);
        }
        return 0;
    }

    /** Official answers: across folds, or by a trained model as it is. */
    private int measureAnswers(List<LabelledThread> asked) throws IOException {
        List<AnswerThread> threads = AnswerThreads.of(asked);
        AnswerEvaluation evaluation =
                trained || model.isGiven()
                        ? AnswerEvaluation.test(model.answers(), threads)
                        : AnswerEvaluation.crossValidate(threads, written.answers(), folds);
        if (json.isGiven()) {
            JsonOption.print(spec.commandLine().getOut(), evaluation);
        } else {
            spec.commandLine().getOut().print(evaluation.table());
        }
        return 0;
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
        List<LabelledThread> learned =
                WrittenOption.read(train).stream().filter(this::isLearned).toList();
        if (learned.isEmpty()) {
            throw CommandException.wrongInput("There is no labelled message to train on.");
        }
        return evaluation.across(learned, asked);
    }

    private boolean isAsked(LabelledThread thread) {
        return from == null || thread.at() != null && !thread.at().toLocalDate().isBefore(from);
    }

    private boolean isLearned(LabelledThread thread) {
        return until == null || thread.at() != null && thread.at().toLocalDate().isBefore(until);
    }
}
