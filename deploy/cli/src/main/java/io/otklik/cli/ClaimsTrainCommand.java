package io.otklik.cli;

import io.otklik.similarity.WordCounts;
import io.otklik.similarity.evaluate.TextSources;
import io.otklik.similarity.pair.PairFile;
import io.otklik.similarity.pair.PairTraining;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** Computes what the similarity of texts rests on. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        header = "Compute the weights and models that claims are found by.",
        description =
                "Compute the weights of words, or the model of equal statements that rests "
                        + "on them, from the shared data. The build packs what is written; build "
                        + "between the two parts.",
        footer = {
            "",
            "Examples:",
            "  otklik claims train --data ../shared/data --part words \\",
            "      --out jobs/src/main/resources/similarity/words.tsv.gz",
            "  otklik claims train --data ../shared/data --part pairs \\",
            "      --out jobs/src/main/resources/similarity/pair.yaml"
        })
final class ClaimsTrainCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "The shared evaluation data.")
    private Path data;

    @Option(
            names = "--part",
            paramLabel = "PART",
            required = true,
            description = "One of ${COMPLETION-CANDIDATES}.")
    private Part part;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "What to write.")
    private Path out;

    /** What is computed. */
    enum Part {
        WORDS,
        PAIRS
    }

    @Override
    public Integer call() throws IOException {
        if (part == Part.WORDS) {
            WordCounts counts = new WordCounts();
            new TextSources(data).counted().forEach(counts::add);
            try (OutputStream file = Files.newOutputStream(out)) {
                counts.write(file);
            }
            spec.commandLine().getOut().printf("Counted %d texts.%n", counts.size());
        } else {
            PairTraining training =
                    new PairTraining(PairFile.read(data.resolve("claims/paraphrase_pairs.xml")));
            Files.writeString(out, training.train());
        }
        return 0;
    }
}
