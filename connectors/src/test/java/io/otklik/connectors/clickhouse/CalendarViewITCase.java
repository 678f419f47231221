package io.otklik.connectors.clickhouse;

import io.otklik.local.clickhouse.testkit.ClickHouseExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

import static org.assertj.core.api.Assertions.assertThat;

/** How long each calendar still knows its days. */
class CalendarViewITCase {

    @RegisterExtension static final ClickHouseExtension CLICKHOUSE = new ClickHouseExtension();

    @Test
    void theVersionInForceTellsTheDaysThatAreLeft() {
        TestDatabase database = new TestDatabase(CLICKHOUSE);
        database.query(
                """
                INSERT INTO {db}.work_calendar
                    (calendar_id, version, title, time_zone, first_year, last_year, updated_at) VALUES
                ('ru', 1, 'Производственный', 'Europe/Moscow', 2023, 2026, '2026-01-01 00:00:00'),
                ('ru', 2, 'Производственный', 'Europe/Moscow', 2023, 2027, '2026-10-01 00:00:00'),
                ('old', 1, 'Прежний', 'Europe/Moscow', 2023, 2025, '2026-01-01 00:00:00')""");
        LocalDate today = LocalDate.now(ZoneOffset.UTC);

        assertThat(
                        database.query(
                                "SELECT calendar_id, version, known_to, days_left FROM"
                                        + " {db}.v_calendar ORDER BY calendar_id"))
                .isIn(told(today), told(today.minusDays(1)));
    }

    /** Midnight may pass between. */
    private static String told(LocalDate today) {
        return "old\t1\t2025-12-31\t%d\nru\t2\t2027-12-31\t%d"
                .formatted(
                        ChronoUnit.DAYS.between(today, LocalDate.of(2026, 1, 1)),
                        ChronoUnit.DAYS.between(today, LocalDate.of(2028, 1, 1)));
    }
}
