package io.otklik.language.answer;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Figures on the labelled wall, by five folds of threads; skipped where it is absent. With {@code
 * -Dotklik.write=true} writes the model that comes with the jobs anew.
 */
class AnswerEvaluationTest {

    private static final Path TABLE = Path.of("src/main/training/answers/official-answers.tsv");
    private static final Path MODEL = Path.of("src/main/resources/models/answer.bin.gz");

    @BeforeEach
    void needsTheSharedData() {
        assumeTrue(Files.exists(SharedWall.FILE), "shared evaluation data is absent");
    }

    @Test
    void tellsKindsAndAnsweredMessagesOfThreadsItDidNotSee() throws IOException {
        List<AnswerThread> wall = SharedWall.read();
        AnswerEvaluation alone = AnswerEvaluation.crossValidate(wall, List.of(), 5);
        AnswerEvaluation both = AnswerEvaluation.crossValidate(wall, AnswerExamples.read(TABLE), 5);
        AnswerEvaluation written =
                AnswerEvaluation.test(
                        new AnswerReader(AnswerTrainer.train(AnswerExamples.read(TABLE))), wall);

        System.out.printf(
                "Trained on the wall alone:%n%s%nwall and written examples:%n%s%nwritten examples alone:%n%s",
                alone.table(), both.table(), written.table());
        assertThat(both.kindAccuracy()).isGreaterThanOrEqualTo(0.88);
        assertThat(both.matchAccuracy()).isGreaterThanOrEqualTo(0.94);
    }

    @Test
    void trainsTheModelThatComesWithTheJobs() throws IOException {
        List<AnswerExample> examples = new ArrayList<>(AnswerExamples.of(SharedWall.read()));
        examples.addAll(AnswerExamples.read(TABLE));
        byte[] model = bytes(AnswerTrainer.train(examples));

        if (Boolean.getBoolean("otklik.write")) {
            Files.createDirectories(MODEL.getParent());
            Files.write(MODEL, model);
        }
        assertThat(model).isEqualTo(Files.readAllBytes(MODEL));
    }

    private static byte[] bytes(AnswerModel model) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            model.write(out);
        }
        return bytes.toByteArray();
    }
}
