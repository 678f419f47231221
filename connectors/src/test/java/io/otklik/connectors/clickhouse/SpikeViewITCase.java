package io.otklik.connectors.clickhouse;

import io.otklik.local.clickhouse.testkit.ClickHouseExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Which spike is named first. */
class SpikeViewITCase {

    @RegisterExtension static final ClickHouseExtension CLICKHOUSE = new ClickHouseExtension();

    private static TestDatabase database;

    @BeforeAll
    static void migrate() {
        database = new TestDatabase(CLICKHOUSE);
        database.query(
                """
                INSERT INTO {db}.alert (alert_id, kind, subject_id, community_id, community_name, urgency, raised_at,
                    cleared_at, version) VALUES
                ('over', 'ENGAGEMENT_SPIKE', 'vk:-1_1', 'vk:-1', 'Заречный', 'HIGH', '2026-10-05 12:00:00', '2026-10-05 12:30:00', 2),
                ('post', 'ENGAGEMENT_SPIKE', 'vk:-1_2', 'vk:-1', 'Заречный', 'HIGH', '2026-10-05 13:00:00', NULL, 1),
                ('page', 'ENGAGEMENT_SPIKE', 'vk:-1', 'vk:-1', '', 'NORMAL', '2026-10-05 15:00:00', NULL, 1),
                ('due', 'OVERDUE', 'vk:-1_1_1', 'vk:-1', '', 'HIGH', '2026-10-05 15:00:00', NULL, 1)""");
        database.query(
                """
                INSERT INTO {db}.appeal (appeal_id, thread_id, community_id, answers, closed_at, published_at, version) VALUES
                ('vk:-1_2_1', 'vk:-1_2', 'vk:-1', 0, NULL, '2026-10-05 12:30:00', 1),
                ('vk:-1_2_2', 'vk:-1_2', 'vk:-1', 0, NULL, '2026-10-05 13:30:00', 1),
                ('vk:-1_2_3', 'vk:-1_2', 'vk:-1', 1, NULL, '2026-10-05 13:30:00', 1),
                ('vk:-1_2_4', 'vk:-1_2', 'vk:-1', 0, NULL, '2026-10-05 09:00:00', 1),
                ('vk:-1_3_1', 'vk:-1_3', 'vk:-1', 0, NULL, '2026-10-05 15:30:00', 1)""");
    }

    @Test
    void unansweredCriticismThatGrowsComesFirstAndWhatIsOverLast() {
        assertThat(
                        database.query(
                                "SELECT place, alert_id, of_post, community_name, criticism_grows, unanswered, is_raised"
                                        + " FROM {db}.v_spike ORDER BY place"))
                .isEqualTo(
                        """
                        1\tpost\ttrue\tЗаречный\ttrue\t2\ttrue
                        2\tpage\tfalse\tvk:-1\tfalse\t1\ttrue
                        3\tover\ttrue\tЗаречный\ttrue\t0\tfalse""");
    }
}
