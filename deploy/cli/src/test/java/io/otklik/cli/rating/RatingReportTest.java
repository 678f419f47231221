package io.otklik.cli.rating;

import io.otklik.yaml.YamlProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RatingReportTest {

    @TempDir private Path folder;

    @Test
    void theShippedNominationsAreReadAndTheirReportShowsEveryAuthority() throws IOException {
        List<Nomination> shipped = NominationYaml.shipped();
        assertThat(shipped)
                .extracting(Nomination::id)
                .containsExactly(
                        "feedback", "reaction", "pages", "growth", "formats", "audience", "open");
        List<Agency> agencies =
                List.of(
                        new Agency(
                                "yards",
                                "Дворы <и> дороги",
                                "",
                                Map.of(
                                        "first_due",
                                        1_200.0,
                                        "first_in_time_share_low",
                                        0.584,
                                        "first_response_p90_seconds",
                                        5_400.0)),
                        new Agency("few", "Музей", "", Map.of("first_due", 3.0)));
        RatingReport report = new RatingReport("октябрь 2026");
        report.add(shipped.get(0), Ranking.of(shipped.get(0), agencies));

        StringWriter printed = new StringWriter();
        report.print(new PrintWriter(printed, true));
        List<Path> files = report.write(folder, "rating-2026-10");

        assertThat(printed.toString())
                .contains("Лучшая обратная связь в соцсетях, октябрь 2026")
                .containsPattern("\n +1  Дворы <и> дороги +1,00 +58,4 % +— +1,5 ч")
                .containsPattern("\n +—  Музей +мало данных");
        assertThat(files)
                .containsExactly(
                        folder.resolve("rating-2026-10-feedback.csv"),
                        folder.resolve("rating-2026-10.html"));
        assertThat(Files.readString(files.get(0)))
                .startsWith("\uFEFFrank,agency_id,agency_name,score,first_in_time_share_low,")
                .contains("1,yards,Дворы <и> дороги,1.0,0.584,,5400.0,,,1200.0")
                .contains(",few,Музей,,,,,,,3.0");
        assertThat(Files.readString(files.get(1)))
                .contains("<h1>Рейтинг ведомств, октябрь 2026</h1>")
                .contains("<td>Дворы &lt;и&gt; дороги</td>")
                .contains("<tr class=\"few\"><td>—</td><td>Музей</td><td>мало данных</td>")
                .contains("size: A4 landscape")
                .contains("вес 2)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    nominations: [{id: a, name: A, by: [{measure: beauty, better: high}]}] | There is no measure beauty
                    nominations: [{id: a, name: A, by: [{measure: posts, better: more}]}] | Better is high or low.
                    nominations: [{id: a, name: A, by: []}] | A nomination compares by something.
                    nominations: [{id: a, name: A, by: [{measure: posts, better: low, weight: 0}]}] | Here must stand a number
                    nominations: [{id: a, name: A, by: [{measure: posts, better: low}], enough: {x: 1}}] | There is no measure x
                    """)
    void aWrongNominationIsSaid(String yaml, String sentence) {
        assertThatThrownBy(
                        () ->
                                NominationYaml.read(
                                        new ByteArrayInputStream(
                                                yaml.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(YamlProblem.class)
                .hasMessageStartingWith("line 1: ")
                .hasMessageContaining(sentence);
    }
}
