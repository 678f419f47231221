package io.otklik.cli;

import io.otklik.local.clickhouse.testkit.ClickHouseExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.IOException;

import static org.assertj.core.api.Assertions.assertThat;

/** Days and months of views are those of each page's zone, against the real engine. */
class PageDaysITCase {

    @RegisterExtension static final ClickHouseExtension CLICKHOUSE = new ClickHouseExtension();

    private static TestTables tables;

    @BeforeAll
    static void fill() throws IOException {
        tables = TestTables.migrated(CLICKHOUSE, "page_days");
        // Held from the first minute of October in Moscow, and of Kamchatka.
        tables.insert(
                "community (community_id, platform, name, agency_id, agency_name, time_zone, updated_at, valid_from, valid_to)",
                "('vk:-1', 'VK', 'Двор', 'city', 'Город', 'Europe/Moscow', '2026-09-01', '2026-09-30 21:00:00', NULL)",
                "('vk:-2', 'VK', 'Порт', 'port', 'Порт', 'Asia/Kamchatka', '2026-09-01', '2026-09-30 12:00:00', '2026-10-04 12:00:00')",
                "('vk:-3', 'VK', 'Сопка', 'hill', 'Сопка', 'Asia/Kamchatka', '2026-09-01', NULL, NULL)");
        tables.insert(
                "engagement (size, dimension, dimension_id, community_id, agency_id, time_zone, window_start, posts, version)",
                "('DAY', 'COMMUNITY', 'vk:-1', 'vk:-1', 'city', 'Europe/Moscow', '2026-10-05 21:00:00', 1, 1)",
                "('DAY', 'COMMUNITY', 'vk:-2', 'vk:-2', 'port', 'Asia/Kamchatka', '2026-10-01 12:00:00', 1, 1)",
                "('DAY', 'COMMUNITY', 'vk:-3', 'vk:-3', 'hill', 'Asia/Kamchatka', '2026-09-20 12:00:00', 1, 1)");
        // At half past eight in the morning of the first of October, by the port's clock.
        tables.insert(
                "audience (community_id, observed_at, subscribers)",
                "('vk:-1', '2026-09-01 09:00:00', 100)",
                "('vk:-3', '2026-09-20 09:00:00', 100)",
                "('vk:-3', '2026-09-30 20:30:00', 999)");
    }

    @Test
    void aPageHasTheDaysInWhichTheRegisterHoldsItByItsOwnClock() {
        assertThat(
                        tables.query(
                                "SELECT community_id, min(day), max(day) FROM v_scorecard WHERE community_id != 'vk:-3'"
                                        + " GROUP BY community_id ORDER BY community_id"))
                .isEqualTo("vk:-1\t2026-10-01\t2026-10-06\nvk:-2\t2026-10-01\t2026-10-04");
    }

    @Test
    void anAudienceIsThatOfThePagesOwnDay() {
        assertThat(
                        tables.query(
                                "SELECT day, subscribers FROM v_scorecard WHERE community_id = 'vk:-3'"
                                        + " AND day BETWEEN '2026-09-29' AND '2026-10-02' ORDER BY day"))
                .isEqualTo("2026-09-29\t100\n2026-09-30\t100\n2026-10-01\t999\n2026-10-02\t999");
    }

    @Test
    void whoHasAPageFromOctoberOnIsNotRatedInSeptember() {
        assertThat(
                        tables.query(
                                "SELECT period_start, arraySort(groupArray(agency_id)) FROM v_rating WHERE period = 'MONTH'"
                                        + " GROUP BY period_start ORDER BY period_start"))
                .isEqualTo("2026-09-01\t['hill']\n2026-10-01\t['city','hill','port']");
    }

    @Test
    void ofTwoSnapshotsOfOneInstantTheLargerCounts() throws IOException {
        for (int views : new int[] {5, 9, 7}) {
            tables.insert(
                    "counter (community_id, message_id, observed_at, kind, event_id, views)",
                    "('vk:-1', 'vk:-1_1', '2026-10-01', 'SNAPSHOT', '"
                            + views
                            + "', "
                            + views
                            + ")");
        }

        assertThat(tables.query("SELECT views FROM v_counter WHERE message_id = 'vk:-1_1'"))
                .isEqualTo("9");
    }
}
