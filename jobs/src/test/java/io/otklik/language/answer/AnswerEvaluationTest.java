package io.otklik.language.answer;

import io.otklik.language.train.AnswerThreads;
import io.otklik.language.train.LabelledFiles;
import io.otklik.language.train.LabelledThread;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Figures on the labelled wall, by five folds of threads; skipped where it is absent. */
class AnswerEvaluationTest {

    private static final Path TABLE = Path.of("src/main/training/answers/official-answers.tsv");
    private static final Path THREADS = Path.of("src/main/training");
    private static final Path MODEL = Path.of("src/main/resources/models/answer.bin.gz");

    @BeforeEach
    void needsTheSharedData() {
        assumeTrue(Files.exists(SharedWall.FILE), "shared evaluation data is absent");
    }

    @Test
    void tellsKindsAndAnsweredMessagesOfThreadsItDidNotSee() throws IOException {
        List<AnswerThread> wall = SharedWall.read();
        AnswerEvaluation alone = AnswerEvaluation.crossValidate(wall, List.of(), 5);
        AnswerEvaluation both = AnswerEvaluation.crossValidate(wall, written(), 5);
        AnswerEvaluation written =
                AnswerEvaluation.test(new AnswerReader(AnswerTrainer.train(written())), wall);

        System.out.printf(
                "Trained on the wall alone:%n%s%nwall and written examples:%n%s%nwritten examples alone:%n%s",
                alone.table(), both.table(), written.table());
        assertThat(both.kindAccuracy()).isGreaterThanOrEqualTo(0.92);
        assertThat(written.kindAccuracy()).isGreaterThanOrEqualTo(0.84);
        assertThat(both.matchAccuracy()).isGreaterThanOrEqualTo(0.94);
    }

    /** Single answers and those of the written threads. */
    private static List<AnswerExample> written() throws IOException {
        List<AnswerExample> written = new ArrayList<>(AnswerExamples.read(TABLE));
        written.addAll(AnswerExamples.of(AnswerThreads.of(LabelledFiles.read(List.of(THREADS)))));
        return written;
    }

    /** As {@code otklik train} does it. */
    @Test
    void trainsTheModelThatComesWithTheJobs() throws IOException {
        List<LabelledThread> walls =
                LabelledFiles.read(LabelledFiles.inFolder(SharedWall.FILE.getParent()));
        List<AnswerExample> examples = new ArrayList<>(AnswerExamples.of(AnswerThreads.of(walls)));
        examples.addAll(written());
        ByteArrayOutputStream trained = new ByteArrayOutputStream();

        AnswerTrainer.train(examples).write(new DataOutputStream(trained));

        try (InputStream bundled = new GZIPInputStream(Files.newInputStream(MODEL))) {
            // Two models differ in thousands of bytes: a failure need not print them.
            assertThat(Arrays.equals(trained.toByteArray(), bundled.readAllBytes()))
                    .as("the bundled model is the one that otklik train makes")
                    .isTrue();
        }
    }
}
