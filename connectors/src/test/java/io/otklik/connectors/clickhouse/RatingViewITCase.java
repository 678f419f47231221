package io.otklik.connectors.clickhouse;

import io.otklik.local.clickhouse.testkit.ClickHouseExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** The figures that authorities are ranked by. */
class RatingViewITCase {

    @RegisterExtension static final ClickHouseExtension CLICKHOUSE = new ClickHouseExtension();

    private static TestDatabase database;

    @BeforeAll
    static void migrate() {
        database = new TestDatabase(CLICKHOUSE);
        // 30 September 19:00 UTC begins the first of October in Yekaterinburg.
        database.query(
                """
                INSERT INTO {db}.response_window (size, dimension, dimension_id, dimension_name, region, window_start,
                    opened, answered, reopened, first_due, first_in_time, first_responses, template_answers,
                    first_response_bins, first_response_bin_counts, version) VALUES
                ('DAY', 'AGENCY', 'yards', 'Дворы', 'Область', '2026-09-30 19:00:00', 9, 4, 1, 10, 8, 8, 2, [754], [8], 2),
                ('DAY', 'AGENCY', 'yards', 'Дворы', 'Область', '2026-09-30 19:00:00', 1, 1, 1, 1, 1, 1, 1, [754], [1], 1),
                ('DAY', 'AGENCY', 'yards', 'Дворы', 'Область', '2026-10-30 19:00:00', 1, 0, 1, 10, 8, 2, 0, [869], [2], 2),
                ('DAY', 'AGENCY', 'yards', 'Дворы', 'Область', '2026-10-31 19:00:00', 5, 5, 5, 5, 5, 5, 5, [869], [5], 2),
                ('HOUR', 'AGENCY', 'yards', 'Дворы', 'Область', '2026-10-30 19:00:00', 1, 0, 1, 10, 8, 2, 0, [869], [2], 2)""");
        database.query(
                """
                INSERT INTO {db}.engagement (size, dimension, dimension_id, dimension_name, region, window_start,
                    posts, posts_clip, comments, counted_comments, likes, reposts, views, version) VALUES
                ('DAY', 'AGENCY', 'yards', 'Дворы', 'Область', '2026-10-04 19:00:00', 3, 1, 5, 4, 20, 5, 600, 2),
                ('DAY', 'AGENCY', 'yards', 'Дворы', 'Область', '2026-10-05 19:00:00', 1, 0, 0, 4, 6, 0, 200, 2),
                ('DAY', 'AGENCY', 'silent', 'Молчуны', 'Область', '2026-10-05 19:00:00', 0, 0, 1, 0, 0, 0, 0, 2)""");
        database.query(
                """
                INSERT INTO {db}.community (community_id, platform, agency_id, updated_at)
                VALUES ('vk:-1', 'VK', 'yards', '2026-01-01'), ('vk:-2', 'VK', 'yards', '2026-01-01')""");
        database.query(
                """
                INSERT INTO {db}.audience (community_id, observed_at, subscribers) VALUES
                ('vk:-1', '2026-09-15 00:00:00', 500), ('vk:-1', '2026-10-15 00:00:00', 400),
                ('vk:-2', '2026-09-15 00:00:00', 300), ('vk:-2', '2026-10-15 00:00:00', 600)""");
    }

    @Test
    void aMonthSumsUpItsDaysAndMergesTheirTimes() {
        assertThat(
                        rating(
                                "opened, answered, first_due, first_in_time_share,"
                                        + " round(first_in_time_share_low, 3), round(first_in_time_share_high, 3),"
                                        + " reopen_share, template_share,"
                                        + " round(first_response_p50_seconds / 3600), round(first_response_p90_seconds / 36000)",
                                "period = 'MONTH' AND period_start = '2026-10-01' AND agency_id = 'yards'"))
                // By hand: 16 of 20 in time; Wilson's interval of 0.8 of 20 is 0.584 to 0.919.
                .isEqualTo("10\t4\t20\t0.8\t0.584\t0.919\t0.5\t0.2\t1\t1");
    }

    @Test
    void aMonthTellsHowAliveThePagesWere() {
        assertThat(
                        rating(
                                "posts, other_forms_share, views, interactions, er_by_views, er_by_subs,"
                                        + " subscribers, subscribers_growth",
                                "period = 'MONTH' AND period_start = '2026-10-01' AND agency_id = 'yards'"))
                .isEqualTo("4\t0.25\t800\t40\t0.05\t0.04\t1000\t0.25");
    }

    @Test
    void aYearHoldsEveryMonthAndWhatIsNotKnownIsNull() {
        assertThat(
                        rating(
                                "agency_name, opened, first_due, first_in_time_share, first_response_p50_seconds IS NULL,"
                                        + " er_by_views, subscribers",
                                "period = 'YEAR' ORDER BY agency_id"))
                .isEqualTo("Молчуны\t0\t0\t\\N\t1\t\\N\t\\N\nДворы\t15\t25\t0.84\t0\t0.05\t1000");
    }

    private static String rating(String columns, String where) {
        return database.query("SELECT " + columns + " FROM {db}.v_rating WHERE " + where);
    }
}
