package io.otklik.cli;

import io.otklik.cli.rating.Nomination;
import io.otklik.cli.rating.NominationYaml;
import io.otklik.cli.rating.RatingMeasure;
import io.otklik.cli.rating.SampleMonth;
import io.otklik.local.clickhouse.testkit.ClickHouseExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** Ratings, nominations and what their figures are made of, against the real engine. */
class RatingITCase {

    @RegisterExtension static final ClickHouseExtension CLICKHOUSE = new ClickHouseExtension();

    private static TestTables tables;
    private static final SampleMonth MONTH = new SampleMonth();

    @TempDir private Path folder;

    @BeforeAll
    static void fill() {
        tables = TestTables.migrated(CLICKHOUSE, "rating_cli");
        MONTH.inserts().forEach(tables::query);
        tables.insert(
                "response_window (size, dimension, dimension_id, dimension_name, window_start, window_end, opened,"
                        + " first_due, first_in_time, first_silent, version)",
                "('DAY', 'AGENCY', 'yards', 'Дворы', '2026-08-31 19:00:00', '2026-09-01 19:00:00', 3, 1, 1, 0, 1)",
                "('DAY', 'AGENCY', 'yards', 'Дворы', '2026-09-01 19:00:00', '2026-09-02 19:00:00', 0, 2, 0, 1, 1)");
        tables.insert(
                "appeal (appeal_id, thread_id, community_id, agency_id, url, text, published_at, status,"
                        + " first_response_due_at, answers, first_response_at, first_breached_at, version)",
                "('vk:-1_1_1', 'vk:-1_1', 'vk:-1', 'yards', 'https://vk.com/wall-1_1?reply=1', 'Фонарь не горит',"
                        + " '2026-08-31 20:00:00', 'ACKNOWLEDGED', '2026-09-01 12:00:00', 1, '2026-08-31 21:00:00', NULL, 1)",
                "('vk:-1_1_2', 'vk:-1_1', 'vk:-1', 'yards', '', 'Где автобус?',"
                        + " '2026-09-01 18:00:00', 'OPEN', '2026-09-02 12:00:00', 0, NULL, '2026-09-02 12:00:00', 1)",
                // Deleted after its deadline passed: overdue, but nobody waits for an answer.
                "('vk:-1_1_3', 'vk:-1_1', 'vk:-1', 'yards', '', 'Не надо',"
                        + " '2026-09-01 18:00:00', 'WITHDRAWN', '2026-09-02 13:00:00', 0, NULL, '2026-09-02 13:00:00', 1)");
        tables.insert(
                "engagement (size, dimension, dimension_id, platform, community_id, agency_id, window_start, posts, likes, views,"
                        + " version)",
                "('DAY', 'POST', 'vk:-1_1', 'VK', 'vk:-1', 'yards', '2026-08-31 19:00:00', 1, 5, 100, 1)",
                "('DAY', 'POST', 'vk:-1_1', 'VK', 'vk:-1', 'yards', '2026-09-01 19:00:00', 0, 2, 40, 1)",
                "('DAY', 'POST', 'telegram:-100_7', 'TELEGRAM', 'telegram:-100', 'yards', '2026-09-01 19:00:00', 1, 0, 0, 1)");
        tables.insert(
                "message (message_id, platform, type, community_id, thread_id, text, url, published_at, observed_at, change)",
                "('telegram:-100_7', 'TELEGRAM', 'POST', 'telegram:-100', 'telegram:-100_7', 'Вода есть', 'https://t.me/yards/7',"
                        + " '2026-09-01 20:00:00', '2026-09-01 20:00:00', 'CREATED')");
    }

    @Test
    void theOrderIsThatOfASpreadsheetForEveryNomination() throws IOException {
        for (Nomination nomination : NominationYaml.shipped()) {
            List<String> expected = MONTH.order(nomination);
            assertThat(expected).hasSizeGreaterThan(9);

            Run run =
                    tables.run(
                            "rating",
                            "--month",
                            "2026-10",
                            "--nomination",
                            nomination.id(),
                            "--out",
                            folder.toString());

            assertThat(run.err()).isEmpty();
            List<String> ranked =
                    Files.readAllLines(folder.resolve("rating-2026-10-" + nomination.id() + ".csv"))
                            .stream()
                            .skip(1)
                            .filter(line -> Character.isDigit(line.charAt(0)))
                            .map(line -> line.split(",")[1])
                            .toList();
            assertThat(ranked).as(nomination.id()).isEqualTo(expected);
            assertThat(
                            tables.query(
                                    "SELECT agency_id FROM v_nomination WHERE period = 'MONTH' AND period_start ="
                                            + " '2026-10-01' AND is_ranked AND nomination = '"
                                            + nomination.id()
                                            + "' ORDER BY place, agency_id"))
                    .isEqualTo(String.join("\n", expected));
        }
        assertThat(tables.run("rating", "--month", "2026-10", "--out", folder.toString()).err())
                .isEmpty();
        assertThat(Files.readString(folder.resolve("rating-2026-10.html")).split("<section>"))
                .hasSize(1 + NominationYaml.shipped().size());
        assertThat(
                        tables.query(
                                "SELECT count(), countIf(is_ranked), max(ranked_agencies), countIf(place IS NULL) FROM v_nomination"
                                        + " WHERE nomination = 'feedback' AND period = 'MONTH' AND period_start = '2026-10-01'"))
                .isEqualTo("15\t12\t12\t3");
    }

    @Test
    void publishedNominationsReplaceThoseThatAreShipped() throws IOException {
        Path file = folder.resolve("prize.yaml");
        Files.writeString(
                file,
                "nominations: [{id: most, name: \"Приз «Больше всех»\", by: [{measure: posts, better: high}], enough: {posts: 1}}]");

        assertThat(
                        tables.run(
                                        "rating",
                                        "--month",
                                        "2026-10",
                                        "--nominations",
                                        file.toString(),
                                        "--publish")
                                .code())
                .isZero();
        assertThat(tables.query("SELECT DISTINCT nomination, nomination_name FROM v_nomination"))
                .isEqualTo("most\tПриз «Больше всех»");
        // They stay in force for whoever ranks after that, in the view and in the command.
        assertThat(tables.run("rating", "--month", "2026-10").out())
                .contains("Приз «Больше всех», ")
                .doesNotContain("Лучшая обратная связь");

        // The shipped ones again, all of them though one is shown: they are what the migration has.
        Run again =
                tables.run("rating", "--month", "2026-10", "--nomination", "reaction", "--publish");
        assertThat(again.code()).isZero();
        assertThat(again.out()).doesNotContain("Лучшая обратная связь");
        assertThat(
                        tables.query(
                                "SELECT (SELECT arraySort(groupArray((nomination, position, name, kind, measure, better, number)))"
                                        + " FROM nomination_rule WHERE version = 2) = (SELECT arraySort(groupArray((nomination,"
                                        + " position, name, kind, measure, better, number))) FROM nomination_rule WHERE version ="
                                        + " (SELECT max(version) FROM nomination_rule))"))
                .isEqualTo("1");
    }

    @Test
    void aRegionIsShownWithThePlacesThatItHasAmongAll() {
        Run all = tables.run("rating", "--month", "2026-10", "--nomination", "formats");
        Run other =
                tables.run(
                        "rating",
                        "--month",
                        "2026-10",
                        "--nomination",
                        "formats",
                        "--region",
                        "Край");

        String line =
                all.out().lines().filter(one -> one.contains("Ведомство К")).findFirst().orElse("");
        assertThat(line).matches("\\s+([2-9]|1\\d) .*");
        assertThat(other.out().lines().filter(one -> one.contains("Ведомство")).skip(1))
                .hasSize(1)
                .allSatisfy(
                        one ->
                                assertThat(one.strip().split("\\s+")[0])
                                        .isEqualTo(line.strip().split("\\s+")[0]));
    }

    @Test
    void whatIsWronglyNamedIsNoEmptyTable() {
        Run agency = tables.run("rating", "--month", "2026-09", "--open", "nope");
        assertThat(agency.code()).isEqualTo(2);
        assertThat(agency.out()).isEmpty();
        assertThat(agency.err())
                .startsWith("Ведомства «nope» нет; есть ")
                .endsWith("otklik registry list.\n");

        Run measure =
                tables.run("rating", "--month", "2026-09", "--open", "yards", "--measure", "nope");
        assertThat(measure.code()).isEqualTo(2);
        assertThat(measure.err()).contains("FIRST_SILENT").contains("'nope'");
    }

    @Test
    void everyFigureIsOpenedDownToItsAppealsAndPosts() throws IOException {
        Run run =
                tables.run(
                        "rating",
                        "--month",
                        "2026-09",
                        "--open",
                        "yards",
                        "--out",
                        folder.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines().toList())
                .contains(
                        "first_due        2026-08-31 21:00        1  vk:-1_1_1 https://vk.com/wall-1_1?reply=1 Фонарь не горит",
                        "first_silent     2026-09-02 12:00        1  vk:-1_1_2  Где автобус?",
                        "views            2026-08-31 19:00      140  vk:-1_1 https://vk.com/wall-1_1",
                        "posts            2026-09-01 19:00        1  telegram:-100_7 https://t.me/yards/7 Вода есть",
                        "Показано строк: 13");
        assertThat(Files.readAllLines(folder.resolve("rating-2026-09-yards.csv"))).hasSize(14);
        assertThat(
                        tables.run(
                                        "rating",
                                        "--month",
                                        "2026-09",
                                        "--open",
                                        "yards",
                                        "--measure",
                                        "opened")
                                .out())
                .contains("Показано строк: 3");
        assertThat(
                        tables.query(
                                "SELECT arraySort(groupUniqArray(measure)) FROM v_rating_fact WHERE measure NOT IN ('"
                                        + Arrays.stream(RatingMeasure.values())
                                                .map(RatingMeasure::toString)
                                                .collect(Collectors.joining("', '"))
                                        + "')"))
                .isEqualTo("[]");
        // The sums of what is listed are the figures.
        for (String measure : List.of("opened", "first_due", "first_in_time", "first_silent")) {
            assertThat(
                            tables.query(
                                    "SELECT sum(figure) FROM v_rating_fact WHERE period = 'YEAR' AND agency_id = 'yards' AND measure = '"
                                            + measure
                                            + "'"))
                    .as(measure)
                    .isEqualTo(
                            tables.query(
                                    "SELECT sum("
                                            + measure
                                            + ") FROM v_response_window WHERE dimension_id = 'yards'"));
        }
    }
}
