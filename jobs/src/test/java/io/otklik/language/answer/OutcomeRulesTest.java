package io.otklik.language.answer;

import io.otklik.schemas.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class OutcomeRulesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Яму заделали. | RESOLVED",
                "Яма не заделана, работы будут выполнены. | EXPLAINED",
                "Обратитесь в ГИБДД. | REDIRECTED",
                "Освещение восстановлено. О неисправностях сообщайте в диспетчерскую службу. | RESOLVED",
                "Поставить здесь знак не представляется возможным. | DECLINED",
                "Устранить течь не удалось. | NOT_RESOLVED",
                "Ремонт отложен. | POSTPONED"
            })
    void tellsTheOutcome(String text, Outcome outcome) {
        assertThat(outcome(text)).isEqualTo(outcome);
    }

    @Test
    void agreesWithTheWrittenExamples() throws IOException {
        List<String> wrong = new ArrayList<>();
        int all = 0;
        for (String line :
                Files.readAllLines(Path.of("src/main/training/answers/official-answers.tsv"))) {
            String[] cells = line.split("\t");
            if (cells[0].equals("final")) {
                all++;
                if (!outcome(cells[2]).name().equals(cells[1])) {
                    wrong.add(line);
                }
            }
        }
        assertThat(wrong).hasSizeLessThanOrEqualTo(all / 20);
    }

    private static Outcome outcome(String text) {
        return OutcomeRules.of(AnswerText.of(text), Redirects.of(text).sentTo());
    }
}
