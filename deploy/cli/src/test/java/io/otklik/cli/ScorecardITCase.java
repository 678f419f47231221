package io.otklik.cli;

import io.otklik.local.clickhouse.testkit.ClickHouseExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** The scorecard «Светофор», against the real engine. */
class ScorecardITCase {

    @RegisterExtension static final ClickHouseExtension CLICKHOUSE = new ClickHouseExtension();

    private static TestTables tables;

    @TempDir private static Path folder;

    @BeforeAll
    static void fill() throws IOException {
        tables = TestTables.migrated(CLICKHOUSE, "scorecard_cli");
        tables.insert(
                "community (community_id, platform, url, name, agency_id, agency_name, region, updated_at)",
                "('vk:-1', 'VK', '', 'Живая', 'yards', 'Дворы', 'Область', '2026-01-01')",
                "('vk:-2', 'VK', '', 'Забытая', 'yards', 'Дворы', 'Область', '2026-01-01')",
                "('vk:-3', 'VK', '', 'Незнакомая', 'parks', 'Парки', 'Край', '2026-01-01')");
        // Days of Yekaterinburg: the 5th to the 14th of October.
        tables.insert(
                "engagement (size, dimension, dimension_id, community_id, window_start, posts, views, version)",
                "('DAY', 'COMMUNITY', 'vk:-1', 'vk:-1', '2026-10-04 19:00:00', 1, 500, 1)",
                "('DAY', 'COMMUNITY', 'vk:-1', 'vk:-1', '2026-10-06 19:00:00', 2, 1000, 1)",
                "('DAY', 'COMMUNITY', 'vk:-2', 'vk:-2', '2026-10-13 19:00:00', 1, 10, 1)");
        tables.insert(
                "audience (community_id, observed_at, subscribers, reach_week)",
                "('vk:-1', '2026-10-05 06:00:00', 1000, 620)",
                "('vk:-2', '2026-10-05 06:00:00', 1000, 100)");
        Path look = folder.resolve("look.csv");
        Files.writeString(
                look,
                "communityId,connected,stateMark,avatar,description,cover,widgets\n"
                        + "vk:-1,да,да,да,да,да,1\n"
                        + "vk:-2,да,нет,да,нет,нет,0\n");
        Run run = tables.run("scorecard", "import", look.toString(), "--observed-at", "2026-10-01");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo("Страниц: 2\n");
    }

    @Test
    void pointsFollowTheStepsAndTheScoreIsOfWhatIsKnown() {
        // By hand. The first: 10+10+5+5+10, one widget 5, three posts in the week 30, reach of 62 %
        // 7, 500 views a post of 1000 subscribers 0: 82 of 95. The second: 10+5, no widget and no
        // post in the week 0, reach of 10 % 0: 15 of 90.
        assertThat(
                        tables.query(
                                "SELECT community_name, posts_week, points, points_known, round(score, 1), light FROM"
                                        + " v_scorecard WHERE day = '2026-10-11' AND registered AND points_known > 30 ORDER BY score DESC"))
                .isEqualTo("Живая\t3\t82\t95\t86.3\tGREEN\nЗабытая\t0\t15\t90\t16.7\tRED");
        // A week later the posts of the fifth and the seventh no longer count; without posts nobody
        // can say their reach.
        assertThat(
                        tables.query(
                                "SELECT posts_week, points, points_known, light FROM v_scorecard WHERE day = '2026-10-14' AND"
                                        + " community_id = 'vk:-1'"))
                .isEqualTo("0\t52\t90\tYELLOW");
    }

    @Test
    void aPageOfWhichNothingIsKnownButItsSilenceHasNoLightAndStandsInTheList() {
        assertThat(
                        tables.query(
                                "SELECT count(), min(day), max(day), any(light), countIf(points_known = 0), countIf(points_known = 30)"
                                        + " FROM v_scorecard WHERE community_id = 'vk:-3'"))
                // What it published in a week is known on the seventh day that anything is watched.
                .isEqualTo("10\t2026-10-05\t2026-10-14\tUNKNOWN\t6\t4");
    }

    @Test
    void theListHasTheBestFirstAndSaysWhatIsMissing() {
        Run run = tables.run("scorecard", "list", "--day", "2026-10-11");

        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines().toList())
                .satisfiesExactly(
                        first ->
                                assertThat(first)
                                        .isEqualTo(
                                                "зелёный        86%  Живая (vk:-1), Дворы; не хватает: охват записи 0/5,"
                                                        + " охват за неделю 7/10, виджеты 5/10"),
                        second ->
                                assertThat(second)
                                        .startsWith("красный        17%  Забытая (vk:-2), Дворы; "),
                        third -> assertThat(third).startsWith("мало данных      —  Незнакомая"),
                        count -> assertThat(count).isEqualTo("Показано страниц: 3"));
        assertThat(tables.run("scorecard", "list", "--month", "2026-10", "--light", "RED").out())
                .contains("Забытая")
                .contains("Показано страниц: 1");
        assertThat(
                        tables.run("scorecard", "list", "--week", "2026-10-05", "--region", "Край")
                                .out())
                .contains("Показано страниц: 1");
    }

    @Test
    void aPageWithoutALightIsNotTheBestThoughItHasAllThatIsKnownOfIt() throws IOException {
        TestTables own = TestTables.migrated(CLICKHOUSE, "scorecard_unknown_cli");
        own.insert(
                "community (community_id, platform, url, name, agency_id, agency_name, region, updated_at)",
                "('vk:-1', 'VK', '', 'Известная', 'yards', 'Дворы', 'Область', '2026-01-01')",
                "('vk:-4', 'VK', '', 'Почти неизвестная', 'parks', 'Парки', 'Область', '2026-01-01')");
        own.insert(
                "engagement (size, dimension, dimension_id, community_id, window_start, posts, views, version)",
                "('DAY', 'COMMUNITY', 'vk:-1', 'vk:-1', '2026-10-04 19:00:00', 1, 500, 1)",
                "('DAY', 'COMMUNITY', 'vk:-1', 'vk:-1', '2026-10-06 19:00:00', 2, 1000, 1)");
        Path look = folder.resolve("unknown.csv");
        Files.writeString(
                look,
                "communityId,connected,stateMark,avatar,description,cover,widgets\n"
                        + "vk:-1,нет,нет,нет,нет,нет,0\n"
                        + "vk:-4,,,да,,,\n");
        own.run("scorecard", "import", look.toString(), "--observed-at", "2026-10-01");

        assertThat(own.run("scorecard", "list", "--day", "2026-10-05").out().lines().toList())
                .satisfiesExactly(
                        first -> assertThat(first).contains("%  Известная"),
                        second ->
                                assertThat(second)
                                        .startsWith("мало данных      —  Почти неизвестная"),
                        count -> assertThat(count).isEqualTo("Показано страниц: 2"));
    }

    @Test
    void otherWeightsTakeTheirPlaceAndTheShippedOnesAreThoseOfTheMigration() throws IOException {
        Path weights = folder.resolve("weights.yaml");
        Files.writeString(
                weights,
                "components: [{id: posts_week, steps: [{least: 1, points: 1}]}]\n"
                        + "lights: {green: 100, yellow: 50}\n"
                        + "known: 1\n");
        assertThat(tables.run("scorecard", "weights", weights.toString()).out())
                .isEqualTo("Действуют новые веса, ступеней: 1\n");
        assertThat(
                        tables.query(
                                "SELECT community_id, score, light FROM v_scorecard WHERE day = '2026-10-14' ORDER BY community_id"))
                .isEqualTo("vk:-1\t0\tRED\nvk:-2\t100\tGREEN\nvk:-3\t0\tRED");

        assertThat(tables.run("scorecard", "weights").code()).isZero();
        assertThat(
                        tables.query(
                                "SELECT (SELECT arraySort(groupArray((component, least, points))) FROM scorecard_step WHERE version"
                                        + " = 1) = (SELECT arraySort(groupArray((component, least, points))) FROM scorecard_step"
                                        + " WHERE version = (SELECT max(version) FROM scorecard_step)), (SELECT"
                                        + " arraySort(groupArray((name, least))) FROM scorecard_light WHERE version = 1) = (SELECT"
                                        + " arraySort(groupArray((name, least))) FROM scorecard_light WHERE version = (SELECT"
                                        + " max(version) FROM scorecard_light))"))
                .isEqualTo("1\t1");
    }

    @Test
    void aWrongLineAndAWrongWeightAreSaid() throws IOException {
        Path look = folder.resolve("wrong.csv");
        Files.writeString(look, "communityId,cover\nvk:-1,да\nvk:-2,может\n");
        Run wrongLook =
                tables.run("scorecard", "import", look.toString(), "--observed-at", "2026-10-01");
        assertThat(wrongLook.code()).isEqualTo(2);
        assertThat(wrongLook.err()).contains("строка 3: cover — «может», не да и не нет");

        Path weights = folder.resolve("wrong.yaml");
        Files.writeString(weights, "components: [{id: beauty, steps: []}]\n");
        Run wrongWeights = tables.run("scorecard", "weights", weights.toString());
        assertThat(wrongWeights.code()).isEqualTo(2);
        assertThat(wrongWeights.err()).contains("line 1: There is no component beauty;");
    }
}
