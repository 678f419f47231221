package io.otklik.connectors.clickhouse;

import io.otklik.local.clickhouse.testkit.ClickHouseExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Audience and engagement by their views, over repeated observations and versions in any order. */
class AudienceViewsITCase {

    @RegisterExtension static final ClickHouseExtension CLICKHOUSE = new ClickHouseExtension();

    private static TestDatabase database;

    @BeforeAll
    static void migrate() {
        database = new TestDatabase(CLICKHOUSE);
    }

    /**
     * The published figures of Khabarovsk: 1,643 pages with 1,093,477 subscribers (VK 482,075, OK
     * 277,671, Telegram 333,731) after 1,700 pages with 827,391 a year before.
     */
    @Test
    void theAudienceGrowsByAThirdWhilePagesVanish() {
        pages("vk", 800, 820, 482_075, 360_001);
        pages("ok", 443, 450, 277_671, 230_000);
        pages("telegram", 400, 430, 333_731, 237_390);

        assertThat(
                        database.query(
                                "SELECT platform, sum(pages), sum(subscribers),"
                                        + " sum(pages_year_before), sum(subscribers_year_before)"
                                        + " FROM {db}.v_audience_month WHERE month = '2024-12-01'"
                                        + " AND region = 'Хабаровский край'"
                                        + " GROUP BY platform WITH TOTALS ORDER BY platform FORMAT TSV"))
                .isEqualTo(
                        """
                        OK\t443\t277671\t450\t230000
                        TELEGRAM\t400\t333731\t430\t237390
                        VK\t800\t482075\t820\t360001

                        \t1643\t1093477\t1700\t827391""");
        assertThat(
                        database.query(
                                "SELECT round(100 * (sum(subscribers) / sum(subscribers_year_before)"
                                        + " - 1), 1) FROM {db}.v_audience_month WHERE month ="
                                        + " '2024-12-01' AND region = 'Хабаровский край'"))
                .isEqualTo("32.2");
    }

    /** Spreads the totals over the pages; those that vanished have no figure this year. */
    private static void pages(String platform, int now, int before, int total, int totalBefore) {
        database.query(
                """
                INSERT INTO {db}.community (community_id, platform, name, region, agency_id, updated_at)
                SELECT '%s:-' || number, upper('%s'), 'Страница', 'Хабаровский край', 'a' || number %% 9, '2023-01-01'
                FROM numbers(%d)"""
                        .formatted(platform, platform, before));
        String insert =
                """
                INSERT INTO {db}.audience (community_id, observed_at, subscribers)
                SELECT '%s:-' || number, '%s', intDiv(%d, %d) + (number < %d %% %d) FROM numbers(%d)""";
        String now1 =
                insert.formatted(platform, "2024-12-02 06:00:00", total, now, total, now, now);
        database.query(now1);
        database.query(now1);
        database.query(
                insert.formatted(platform, "2024-12-01 06:00:00", total / 2, now, 0, now, now));
        database.query(
                insert.formatted(
                        platform,
                        "2023-12-05 06:00:00",
                        totalBefore,
                        before,
                        totalBefore,
                        before,
                        before));
    }

    @Test
    void growthIsAgainstTheLastFigureBefore() {
        database.query(
                """
                INSERT INTO {db}.audience (community_id, observed_at, subscribers, reach_week) VALUES
                ('vk:-990007', '2025-03-01 06:00:00', 100, NULL), ('vk:-990007', '2026-01-31 06:00:00', 180, NULL),
                ('vk:-990007', '2026-02-27 06:00:00', 190, NULL), ('vk:-990007', '2026-03-01 06:00:00', 150, 70),
                ('vk:-990007', '2026-03-01 18:00:00', 200, 100)""");

        assertThat(
                        database.query(
                                "SELECT day, registered, subscribers, growth_day, growth_month,"
                                        + " growth_year, growth_year_share, reach_week_share"
                                        + " FROM {db}.v_audience WHERE community_id = 'vk:-990007'"
                                        + " AND day IN ('2025-03-01', '2026-03-01') ORDER BY day"))
                .isEqualTo(
                        "2025-03-01\tfalse\t100\t\\N\t\\N\t\\N\t\\N\t\\N\n"
                                + "2026-03-01\tfalse\t200\t10\t20\t100\t1\t0.5");
    }

    /** It names no zone, so that it was taken out at midnight in Moscow. */
    @Test
    void aPageThatWasTakenOutCountsNoLonger() {
        database.query(
                """
                INSERT INTO {db}.community (community_id, platform, region, agency_id, updated_at, valid_from, valid_to) VALUES
                ('vk:-880001', 'VK', 'Остров', 'a', '2026-05-10', NULL, '2026-05-09 21:00:00'),
                ('vk:-880002', 'VK', 'Остров', 'a', '2026-05-10', '2026-05-01 00:00:00', NULL)""");
        database.query(
                """
                INSERT INTO {db}.audience (community_id, observed_at, subscribers)
                SELECT 'vk:-88000' || number % 2 + 1, addMonths(toDateTime('2026-04-09 06:00:00', 'UTC'), intDiv(number, 2)), 10 + number
                FROM numbers(6)""");
        database.query(
                """
                INSERT INTO {db}.engagement (size, dimension, dimension_id, community_id, window_start, posts, version)
                SELECT 'DAY', 'COMMUNITY', 'vk:-880001', 'vk:-880001', toDateTime('2026-04-30 00:00:00', 'UTC') + INTERVAL number DAY, 1, 1
                FROM numbers(12)""");

        assertThat(
                        database.query(
                                "SELECT month, sum(pages), sum(subscribers) FROM {db}.v_audience_month"
                                        + " WHERE region = 'Остров' GROUP BY month HAVING sum(pages) > 0 ORDER BY month"))
                .isEqualTo("2026-04-01\t1\t10\n2026-05-01\t2\t25\n2026-06-01\t1\t15");
        assertThat(
                        database.query(
                                "SELECT community_id, max(day) FROM {db}.v_audience WHERE region = 'Остров'"
                                        + " GROUP BY community_id ORDER BY community_id"))
                .isEqualTo("vk:-880001\t2026-05-09\nvk:-880002\t2026-06-09");
        assertThat(
                        database.query(
                                "SELECT community_id, min(day), max(day) FROM {db}.v_scorecard WHERE region = 'Остров'"
                                        + " GROUP BY community_id ORDER BY community_id"))
                .isEqualTo(
                        "vk:-880001\t2026-04-09\t2026-05-09\nvk:-880002\t2026-05-01\t2026-05-11");
    }

    /** Nine pages are observed on the tenth of each month, one on the first. */
    @Test
    void aNewMonthKeepsTheFiguresOfThePagesThatAreNotObservedInItYet() {
        TestDatabase own = new TestDatabase(CLICKHOUSE);
        own.query(
                """
                INSERT INTO {db}.community (community_id, platform, time_zone, updated_at, valid_to)
                SELECT 'vk:-' || number, 'VK', 'UTC', '2026-01-01', if(number = 3, toDateTime64('2026-11-01 00:00:00', 3, 'UTC'), NULL)
                FROM numbers(10)""");
        own.query(
                """
                INSERT INTO {db}.audience (community_id, observed_at, subscribers)
                SELECT 'vk:-' || number, if(number = 0, '2026-10-01 12:00:00', '2026-10-10 12:00:00'), 100 FROM numbers(10)
                UNION ALL SELECT 'vk:-0', '2026-11-01 12:00:00', 107
                UNION ALL SELECT 'vk:-77', '2026-08-01 12:00:00', 5000""");
        String months =
                "SELECT month, pages, subscribers FROM {db}.v_audience_month WHERE pages > 0 AND month >= '2026-10-01' ORDER BY month";

        // The third page is in the register no longer.
        assertThat(own.query(months)).isEqualTo("2026-10-01\t10\t1000\n2026-11-01\t9\t907");

        own.query(
                "INSERT INTO {db}.audience (community_id, observed_at, subscribers) VALUES ('vk:-0', '2026-11-20 12:00:00', 108)");
        assertThat(own.query(months)).isEqualTo("2026-10-01\t10\t1000\n2026-11-01\t1\t108");
    }

    @Test
    void aMonthIsThatOfThePagesZone() {
        TestDatabase own = new TestDatabase(CLICKHOUSE);
        own.query(
                """
                INSERT INTO {db}.community (community_id, platform, time_zone, updated_at) VALUES
                ('vk:-1', 'VK', 'Asia/Vladivostok', '2026-01-01'), ('vk:-2', 'VK', 'UTC', '2026-01-01'),
                ('vk:-3', 'VK', 'nowhere', '2026-01-01')""");
        own.query(
                """
                INSERT INTO {db}.audience (community_id, observed_at, subscribers)
                SELECT 'vk:-' || number, '2026-08-31 22:00:00', 10 FROM numbers(1, 4)""");

        // Past midnight in Vladivostok, and in Moscow: the zone of pages that name none.
        assertThat(
                        own.query(
                                "SELECT month, sum(pages) FROM {db}.v_audience_month WHERE month < '2026-10-01'"
                                        + " AND pages > 0 GROUP BY month ORDER BY month"))
                .isEqualTo("2026-08-01\t1\n2026-09-01\t4");
    }

    /** A pinned post is read years after it was published, and the stream began in October. */
    @Test
    void aPageIsJudgedFromWhenItIsWatched() {
        TestDatabase own = new TestDatabase(CLICKHOUSE);
        own.query(
                """
                INSERT INTO {db}.community (community_id, platform, updated_at) VALUES
                ('vk:-1', 'VK', '2026-01-01'), ('vk:-2', 'VK', '2026-01-01'), ('vk:-3', 'VK', '2026-10-15')""");
        own.query(
                """
                INSERT INTO {db}.engagement (size, dimension, dimension_id, community_id, window_start, posts, comments, version)
                SELECT 'DAY', 'COMMUNITY', 'vk:-1' AS page, page, toDateTime('2026-10-01 00:00:00', 'UTC') + INTERVAL number DAY,
                    1, number != 0, 1 FROM numbers(20)
                UNION ALL SELECT 'DAY', 'COMMUNITY', 'vk:-1' AS page, page, '2019-06-01 00:00:00', 1, 0, 1
                UNION ALL SELECT 'DAY', 'COMMUNITY', 'vk:-4' AS page, page, '2019-06-01 00:00:00', 1, 0, 1""");

        assertThat(
                        own.query(
                                "SELECT community_id, count(), min(day), max(day), countIf(posts_week IS NULL),"
                                        + " minOrNull(posts_week), maxOrNull(posts_week) FROM {db}.v_scorecard"
                                        + " GROUP BY community_id ORDER BY community_id"))
                .isEqualTo(
                        """
                        vk:-1\t19\t2026-10-02\t2026-10-20\t6\t7\t7
                        vk:-2\t19\t2026-10-02\t2026-10-20\t6\t0\t0
                        vk:-3\t6\t2026-10-15\t2026-10-20\t6\t\\N\t\\N
                        vk:-4\t19\t2026-10-02\t2026-10-20\t6\t0\t0""");
    }

    @Test
    void aWindowIsItsHighestVersionAndACampaignItsPosts() {
        database.query(
                """
                INSERT INTO {db}.engagement
                    (size, dimension, dimension_id, window_start, hashtags, posts, likes, comments, counted_comments, reposts, version)
                VALUES ('DAY', 'POST', 'vk:-7_1', '2026-03-01 21:00:00', ['субботник', 'чисто'], 1, 9, 2, 5, 1, 3),
                       ('DAY', 'POST', 'vk:-7_1', '2026-03-01 21:00:00', ['субботник'], 1, 4, 2, 2, 0, 2),
                       ('DAY', 'POST', 'vk:-7_2', '2026-03-01 21:00:00', ['субботник'], 1, 10, 0, 0, 0, 2),
                       ('HOUR', 'POST', 'vk:-7_1', '2026-03-01 21:00:00', ['субботник'], 1, 99, 0, 0, 0, 2)""");

        assertThat(
                        database.query(
                                "SELECT hashtag, sum(posts), sum(interactions) FROM {db}.v_campaign"
                                        + " GROUP BY hashtag ORDER BY hashtag"))
                .isEqualTo("субботник\t2\t25\nчисто\t1\t15");
        assertThat(
                        database.query(
                                "SELECT interactions FROM {db}.v_engagement WHERE size = 'DAY' AND"
                                        + " dimension = 'POST' AND dimension_id = 'vk:-7_1'"))
                .isEqualTo("15");
    }
}
