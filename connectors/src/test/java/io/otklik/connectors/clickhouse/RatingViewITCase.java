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
                INSERT INTO {db}.engagement (size, dimension, dimension_id, community_id, agency_id, region, window_start,
                    window_end, posts, posts_clip, comments, counted_comments, likes, reposts, views, version)
                SELECT 'DAY', 'COMMUNITY', page, page, agency, 'Область', at, at + INTERVAL 1 DAY, p, c, m, o, l, r, v, 2
                FROM values('page String, agency String, at DateTime64(3), p Int32, c Int32, m Int32, o Int32, l Int64, r Int64, v Int64',
                ('vk:-1', 'yards', '2026-10-04 19:00:00', 3, 1, 5, 4, 20, 5, 600),
                ('vk:-1', 'yards', '2026-10-05 19:00:00', 1, 0, 0, 4, 6, 0, 200),
                ('vk:-5', 'yards', '2026-10-05 19:00:00', 9, 9, 9, 9, 9, 9, 999),
                ('vk:-9', 'silent', '2026-10-05 19:00:00', 0, 0, 1, 0, 0, 0, 0),
                ('vk:-20', 'mixed', '2026-10-06 19:00:00', 5, 0, 0, 0, 100, 0, 10000),
                ('telegram:-1001', 'mixed', '2026-10-06 19:00:00', 5, 0, 0, 0, 900, 0, 0))""");
        database.query(
                """
                INSERT INTO {db}.community (community_id, platform, agency_id, agency_name, updated_at, valid_to) VALUES
                ('vk:-1', 'VK', 'yards', 'Дворы', '2026-01-01', NULL), ('vk:-2', 'VK', 'yards', 'Дворы', '2026-01-01', NULL),
                ('vk:-5', 'VK', 'yards', 'Дворы', '2026-01-01', '2026-10-01 00:00:00'),
                ('vk:-6', 'VK', 'yards', 'Дворы', '2026-01-01', NULL), ('vk:-9', 'VK', 'silent', 'Молчуны', '2026-01-01', NULL),
                ('vk:-20', 'VK', 'mixed', 'Смесь', '2026-01-01', NULL),
                ('telegram:-1001', 'TELEGRAM', 'mixed', 'Смесь', '2026-01-01', NULL),
                ('vk:-30', 'VK', 'mute', 'Немые', '2026-01-01', NULL), ('vk:-31', 'VK', 'closed', 'Бывшие', '2026-01-01', '2026-01-01')""");
        // Page 6 came in October: growth is that of those which were there before.
        database.query(
                """
                INSERT INTO {db}.audience (community_id, observed_at, subscribers) VALUES
                ('vk:-1', '2026-09-15 00:00:00', 500), ('vk:-1', '2026-10-15 00:00:00', 400),
                ('vk:-2', '2026-09-15 00:00:00', 300), ('vk:-2', '2026-10-15 00:00:00', 600),
                ('vk:-5', '2026-10-15 00:00:00', 7000), ('vk:-6', '2026-10-15 00:00:00', 9000),
                ('vk:-20', '2026-10-15 00:00:00', 1000)""");
        // Nine of ten are silent: who is never answered is no sign of speed.
        database.query(
                """
                INSERT INTO {db}.response_window (size, dimension, dimension_id, dimension_name, region, window_start,
                    opened, answered, final_due, final_in_time, first_due, first_in_time, first_silent, first_responses,
                    first_response_bins, first_response_bin_counts, version) VALUES
                ('DAY', 'AGENCY', 'mute-but-one', 'Один раз', 'Область', '2026-10-09 19:00:00', 10, 1, 1, 1, 10, 1, 9, 1, [600], [1], 2)""");
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
                                        + " subscribers, subscribers_before, subscribers_growth",
                                "period = 'MONTH' AND period_start = '2026-10-01' AND agency_id = 'yards'"))
                .isEqualTo("4\t0.25\t800\t40\t0.05\t0.004\t10000\t800\t0.25");
    }

    @Test
    void reactionsOfPagesWithoutViewsAreDividedByNobodysViews() {
        assertThat(
                        rating(
                                "interactions, views, er_by_views, subscribers, er_by_subs",
                                "period = 'MONTH' AND period_start = '2026-10-01' AND agency_id = 'mixed'"))
                .isEqualTo("1000\t10000\t0.01\t1000\t0.1");
    }

    @Test
    void silenceIsSlowerThanEveryAnswer() {
        assertThat(
                        rating(
                                "first_response_p50_seconds, first_response_p90_seconds,"
                                        + " final_in_time_share, round(final_in_time_share_low, 3), round(reopen_share_high, 3)",
                                "period = 'MONTH' AND period_start = '2026-10-01' AND agency_id = 'mute-but-one'"))
                // One of one: Wilson's interval is 0.207 to 1; none of one: 0 to 0.793.
                .isEqualTo("\\N\t\\N\t1\t0.207\t0.793");
    }

    @Test
    void aYearHoldsEveryMonthAndWhatIsNotKnownIsNull() {
        assertThat(
                        rating(
                                "agency_name, opened, first_due, first_in_time_share, first_response_p50_seconds IS NULL,"
                                        + " er_by_views, subscribers",
                                "period = 'YEAR' AND agency_id IN ('silent', 'yards') ORDER BY agency_id"))
                .isEqualTo("Молчуны\t0\t0\t\\N\t1\t\\N\t\\N\nДворы\t15\t25\t0.84\t0\t0.05\t10000");
    }

    @Test
    void whoIsInTheRegisterAndDoesNothingIsInTheListWithZeros() {
        assertThat(
                        rating(
                                "agency_id, agency_name, opened, first_due, posts, views, er_by_views, er_by_subs",
                                "period = 'MONTH' AND period_start = '2026-10-01' AND agency_id IN ('mute', 'closed')"))
                .isEqualTo("mute\tНемые\t0\t0\t0\t0\t\\N\t\\N");
    }

    /** Page 2 changes its authority in mid-November; nobody observes page 1 in November. */
    @Test
    void anAuthorityKeepsItsPastWhenAPageLeavesIt() {
        TestDatabase own = new TestDatabase(CLICKHOUSE);
        own.query(
                """
                INSERT INTO {db}.community (community_id, platform, agency_id, agency_name, updated_at) VALUES
                ('vk:-1', 'VK', 'a', 'Первое', '2026-01-01'), ('vk:-2', 'VK', 'a', 'Первое', '2026-01-01'),
                ('vk:-2', 'VK', 'b', 'Второе', '2026-11-15')""");
        own.query(
                """
                INSERT INTO {db}.audience (community_id, observed_at, subscribers) VALUES
                ('vk:-1', '2026-10-31 12:00:00', 1000), ('vk:-1', '2026-12-01 12:00:00', 1010),
                ('vk:-2', '2026-10-31 12:00:00', 5000), ('vk:-2', '2026-11-20 12:00:00', 5300)""");
        own.query(
                """
                INSERT INTO {db}.engagement (size, dimension, dimension_id, community_id, agency_id, window_start, window_end,
                    likes, version)
                SELECT 'DAY', 'COMMUNITY', page, page, agency, at, at + INTERVAL 1 DAY, l, 1
                FROM values('page String, agency String, at DateTime64(3), l Int64',
                ('vk:-1', 'a', '2026-10-04 21:00:00', 60), ('vk:-2', 'a', '2026-10-04 21:00:00', 240),
                ('vk:-1', 'a', '2026-11-04 21:00:00', 100), ('vk:-2', 'b', '2026-11-19 21:00:00', 53))""");

        assertThat(
                        own.query(
                                "SELECT period_start, agency_name, subscribers, er_by_subs, subscribers_growth"
                                        + " FROM {db}.v_rating WHERE period = 'MONTH' ORDER BY period_start, agency_id"))
                .isEqualTo(
                        """
                        2026-10-01\tПервое\t6000\t0.05\t\\N
                        2026-11-01\tПервое\t1000\t0.1\t0
                        2026-11-01\tВторое\t5300\t0.01\t\\N""");
    }

    private static String rating(String columns, String where) {
        return database.query("SELECT " + columns + " FROM {db}.v_rating WHERE " + where);
    }
}
