package io.otklik.cli;

import io.otklik.similarity.evaluate.Calibration;
import io.otklik.similarity.evaluate.ClaimFigures;
import io.otklik.similarity.evaluate.CopyFigures;
import io.otklik.similarity.evaluate.PairFigures;
import io.otklik.similarity.evaluate.PlantedCopies;
import io.otklik.similarity.evaluate.SuspicionFigures;
import io.otklik.similarity.evaluate.TextSources;
import io.otklik.similarity.pair.PairFile;
import io.otklik.similarity.signal.SignalBook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Tells how well copies, statements, claims and suspicions are told. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        header = "Measure how well copies, claims and suspicions are told.",
        description =
                "Copies, equal statements, known claims and suspicions, on the shared "
                        + "evaluation data. The model of statements is judged by cross-validation.",
        footer = {
            "",
            "Examples:",
            "  otklik claims evaluate --data ../shared/data",
            "  otklik claims evaluate --data ../shared/data --part copies --texts 20000"
        })
final class ClaimsEvaluateCommand implements Callable<Integer> {

    private static final long SEED = 7;
    private static final int STORIES = 400;

    @Spec private CommandSpec spec;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "The shared evaluation data.")
    private Path data;

    @Option(
            names = "--reworded",
            paramLabel = "FILE",
            defaultValue = "jobs/src/main/training/similarity/claims.csv",
            description = "Claims in other words, claim;rewording (default: ${DEFAULT-VALUE}).")
    private Path reworded;

    @Option(
            names = "--stories",
            paramLabel = "FILE",
            defaultValue = "jobs/src/main/training/similarity/stories.csv",
            description =
                    "Labelled stories, false;copies;pages;text, of which one half calibrates the"
                            + " score and the other judges it (default: ${DEFAULT-VALUE}).")
    private Path stories;

    @Option(
            names = "--part",
            paramLabel = "PART",
            description = "Only one of ${COMPLETION-CANDIDATES}.")
    private Part part;

    @Option(
            names = "--texts",
            paramLabel = "N",
            defaultValue = "20000",
            description = "Texts among which copies are planted (default: ${DEFAULT-VALUE}).")
    private int texts;

    /** What is evaluated. */
    enum Part {
        COPIES,
        PAIRS,
        CLAIMS,
        SUSPICIONS,
        SCORES
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(data)) {
            throw CommandException.wrongInput("There is no folder %s.".formatted(data));
        }
        TextSources sources = new TextSources(data);
        PrintWriter out = spec.commandLine().getOut();
        for (Part one : part == null ? List.of(Part.values()) : List.of(part)) {
            switch (one) {
                case COPIES -> copies(sources, out);
                case PAIRS -> pairs(out);
                case CLAIMS -> claims(sources, out);
                case SUSPICIONS -> suspicions(sources, out);
                case SCORES -> scores(out);
            }
            out.flush();
        }
        return 0;
    }

    private void copies(TextSources sources, PrintWriter out) throws IOException {
        List<String> originals = CopyFigures.originals(sources.texts(), SEED);
        CopyFigures figures =
                CopyFigures.of(new PlantedCopies(originals, STORIES, SEED).texts(texts));
        out.printf(
                "Copies: %d texts, pairwise recall %.4f, precision %.4f%n",
                figures.texts(), figures.recall(), figures.precision());
        figures.changes().forEach((change, share) -> out.printf("  %-18s %.3f%n", change, share));
    }

    private void pairs(PrintWriter out) throws IOException {
        PairFigures figures =
                PairFigures.of(PairFile.read(data.resolve("claims/paraphrase_pairs.xml")));
        out.printf(
                "Statements: %d pairs, average precision of the same %.4f; Jaccard of words %.4f,"
                        + " TF-IDF cosine %.4f%n",
                figures.pairs(), figures.model(), figures.jaccard(), figures.cosine());
    }

    private void claims(TextSources sources, PrintWriter out) throws IOException {
        List<String[]> pairs =
                Files.readAllLines(reworded).stream()
                        .skip(1)
                        .map(line -> line.split(";", 2))
                        .toList();
        List<String> others = new ArrayList<>(sources.satire());
        others.addAll(sources.officialPosts());
        ClaimFigures figures = ClaimFigures.of(pairs, sources.debunkHeadlines(), others);
        out.printf(
                "Claims: %d claims, %d reworded: recall %.3f, %d with another claim; %d satire and"
                        + " official posts: %.4f match falsely%n",
                figures.claims(),
                figures.reworded(),
                figures.recall(),
                figures.wrong(),
                figures.others(),
                figures.falseMatches());
        out.printf(
                "  threshold %.3f chosen on half of the posts: recall %.3f, of the other half %.4f match"
                        + " falsely%n",
                figures.chosen(), figures.recallThere(), figures.falseMatchesThere());
    }

    private void suspicions(TextSources sources, PrintWriter out) throws IOException {
        SuspicionFigures figures = SuspicionFigures.of(sources.complaintsAndOpinions());
        out.printf(
                "Suspicions: %d complaints, opinions and follow-ups: %d suspected%n",
                figures.texts(), figures.suspected().size());
        figures.suspected().forEach(line -> out.println("  " + line));
    }

    private void scores(PrintWriter out) throws IOException {
        Calibration figures = Calibration.of(SignalBook.bundled(), Calibration.read(stories));
        out.printf(
                "Scores: slope %.2f, offset %.2f; %d other stories: Brier score %.3f (%.3f without),"
                        + " precision %.2f at recall %.2f from the threshold on%n",
                figures.slope(),
                figures.offset(),
                figures.stories(),
                figures.brier(),
                figures.uncalibrated(),
                figures.precision(),
                figures.recall());
    }
}
