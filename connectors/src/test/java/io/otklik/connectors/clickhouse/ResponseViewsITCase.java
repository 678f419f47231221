package io.otklik.connectors.clickhouse;

import io.otklik.local.clickhouse.testkit.ClickHouseExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** The views of response windows, over versions in any order. */
class ResponseViewsITCase {

    @RegisterExtension static final ClickHouseExtension CLICKHOUSE = new ClickHouseExtension();

    private static TestDatabase database;

    @BeforeAll
    static void migrate() {
        database = new TestDatabase(CLICKHOUSE);
    }

    @Test
    void aWindowIsItsHighestVersionAndSharesCountWhatWasDue() {
        insert(
                "size, dimension, dimension_id, window_start, opened, first_due, first_in_time,"
                        + " open, oldest_open_at, first_response_p90_millis, version",
                "('DAY', 'AGENCY', 'yards', '2026-03-01 19:00:00', 9, 4, 3, 1, now() - 7200, 5400000, 5)");
        insert(
                "size, dimension, dimension_id, window_start, opened, first_due, first_in_time,"
                        + " open, oldest_open_at, first_response_p90_millis, version",
                "('DAY', 'AGENCY', 'yards', '2026-03-01 19:00:00', 7, 4, 1, 2, now(), 1, 4)",
                "('DAY', 'AGENCY', 'yards', '2026-03-02 19:00:00', 1, 0, 0, 0, NULL, NULL, 4)");

        assertThat(
                        database.query(
                                "SELECT dimension_name, opened, first_in_time_share,"
                                        + " oldest_open_age_seconds BETWEEN 7190 AND 7500,"
                                        + " first_response_p90_seconds FROM"
                                        + " {db}.v_response_window WHERE dimension_id = 'yards'"
                                        + " ORDER BY window_start"))
                .isEqualTo("yards\t9\t0.75\t1\t5400\nyards\t1\t\\N\t\\N\t\\N");
    }

    /** Bins 754 and 869 stand for about an hour and ten: see io.otklik.jobs.response.Durations. */
    @Test
    void percentilesOverWindowsComeFromTheirBins() {
        String columns =
                "size, dimension, dimension_id, window_start, first_response_bins,"
                        + " first_response_bin_counts, gap_bins, gap_bin_counts, version";
        insert(
                columns,
                "('DAY', 'AGENCY', 'roads', '2026-03-01 19:00:00', [754], [8], [], [], 1)",
                "('DAY', 'AGENCY', 'roads', '2026-03-02 19:00:00', [754, 869], [1, 11], [869], [2], 2)",
                "('DAY', 'AGENCY', 'roads', '2026-03-02 19:00:00', [1], [99], [], [], 1)");

        assertThat(
                        database.query(
                                "SELECT time, sum(responses),"
                                        + " round(quantileExactWeighted(0.4)(seconds, responses) / 3600),"
                                        + " round(quantileExactWeighted(0.9)(seconds, responses) / 36000)"
                                        + " FROM {db}.v_response_time WHERE size = 'DAY' AND"
                                        + " dimension_id = 'roads' GROUP BY time ORDER BY time"))
                .isEqualTo("ACKNOWLEDGED_TO_FINAL\t2\t10\t1\nCALENDAR\t20\t1\t1");
    }

    private static void insert(String columns, String... rows) {
        database.query(
                "INSERT INTO {db}.response_window ("
                        + columns
                        + ") VALUES "
                        + String.join(", ", rows));
    }
}
