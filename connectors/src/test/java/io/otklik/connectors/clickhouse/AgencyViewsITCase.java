package io.otklik.connectors.clickhouse;

import io.otklik.local.clickhouse.testkit.ClickHouseExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** What alert rules and ratings read: dense, and honest about the silent. */
class AgencyViewsITCase {

    @RegisterExtension static final ClickHouseExtension CLICKHOUSE = new ClickHouseExtension();

    private static final String ALERT =
            "alert (alert_id, kind, metric, level, agency_id, agency_name, subject_id, urgency,"
                    + " due_at, raised_at, cleared_at, retracted, version)";

    private TestDatabase database;

    @BeforeEach
    void migrate() {
        database = new TestDatabase(CLICKHOUSE);
        insert(
                "community (community_id, name, agency_id, agency_name, updated_at)",
                "('c1', 'Page', 'quiet', 'Тихая', '2026-01-01 00:00:00')",
                "('c2', 'Page', 'busy', 'Занятая', '2026-01-01 00:00:00')");
    }

    @Test
    void everyAuthorityHasARowAMetricThoughNothingIsOverdue() {
        assertThat(overdue())
                .isEqualTo(
                        """
                        \tВедомство не определено\tFINAL_AFTER_INTERIM\t0\t0\t0
                        \tВедомство не определено\tFINAL_ANSWER\t0\t0\t0
                        \tВедомство не определено\tFIRST_RESPONSE\t0\t0\t0
                        \tВедомство не определено\tTRIAGE\t0\t0\t0
                        busy\tЗанятая\tFINAL_AFTER_INTERIM\t0\t0\t0
                        busy\tЗанятая\tFINAL_ANSWER\t0\t0\t0
                        busy\tЗанятая\tFIRST_RESPONSE\t0\t0\t0
                        busy\tЗанятая\tTRIAGE\t0\t0\t0
                        quiet\tТихая\tFINAL_AFTER_INTERIM\t0\t0\t0
                        quiet\tТихая\tFINAL_ANSWER\t0\t0\t0
                        quiet\tТихая\tFIRST_RESPONSE\t0\t0\t0
                        quiet\tТихая\tTRIAGE\t0\t0\t0"""
                                .stripIndent());
    }

    @Test
    void overdueIsWhatWasRaisedAndNeitherClearedNorTakenBack() {
        insert(
                ALERT,
                "('a1', 'OVERDUE', 'FIRST_RESPONSE', 0, 'busy', 'Занятая', 'x', 'HIGH', now() - 3600, now(), NULL, false, 1)",
                "('a2', 'OVERDUE', 'FIRST_RESPONSE', 0, 'busy', 'Занятая', 'y', 'NORMAL', now() - 7200, now(), NULL, false, 1)",
                "('a3', 'OVERDUE', 'FIRST_RESPONSE', 0, 'busy', 'Занятая', 'z', 'NORMAL', now() - 9000, now(), NULL, false, 1)",
                "('a4', 'OVERDUE', 'FINAL_ANSWER', 0, 'busy', 'Занятая', 'z', 'NORMAL', now() - 9000, now(), NULL, false, 1)",
                "('a5', 'ESCALATION', 'FIRST_RESPONSE', 1, 'busy', 'Занятая', 'x', 'HIGH', now(), now(), NULL, false, 1)",
                "('a6', 'OVERDUE', 'FIRST_RESPONSE', 0, 'routed', 'Вне реестра', 'v', 'NORMAL', now() - 60, now(), NULL, false, 1)");
        insert(
                ALERT,
                "('a3', 'OVERDUE', 'FIRST_RESPONSE', 0, 'busy', 'Занятая', 'z', 'NORMAL', now() - 9000, now(), now(), false, 2)",
                "('a4', 'OVERDUE', 'FINAL_ANSWER', 0, 'busy', 'Занятая', 'z', 'NORMAL', now() - 9000, now(), NULL, true, 2)");

        assertThat(
                        database.query(
                                "SELECT agency_id, metric, overdue, urgent,"
                                        + " longest_overdue_seconds BETWEEN 7195 AND 7600"
                                        + " FROM {db}.v_overdue_now"
                                        + " WHERE agency_id = 'busy' ORDER BY metric"))
                .isEqualTo(
                        "busy\tFINAL_AFTER_INTERIM\t0\t0\t0\nbusy\tFINAL_ANSWER\t0\t0\t0\n"
                                + "busy\tFIRST_RESPONSE\t2\t1\t1\nbusy\tTRIAGE\t0\t0\t0");
        assertThat(
                        database.query(
                                "SELECT agency_name, overdue FROM {db}.v_overdue_now WHERE"
                                        + " agency_id = 'routed' AND metric = 'FIRST_RESPONSE'"))
                .isEqualTo("Вне реестра\t1");
    }

    @Test
    void whatNobodyIsKnownToOweIsOverdueToo() {
        insert(
                ALERT,
                "('a1', 'OVERDUE', 'TRIAGE', 0, '', '', 'x', 'HIGH', now() - 3600, now(), NULL, false, 1)",
                "('a2', 'OVERDUE', 'FIRST_RESPONSE', 0, '', '', 'x', 'HIGH', now() - 60, now(), NULL, false, 1)",
                "('a3', 'OVERDUE', 'TRIAGE', 0, 'busy', 'Занятая', 'y', 'NORMAL', now() - 60, now(), NULL, false, 1)");

        assertThat(
                        database.query(
                                "SELECT agency_id, agency_name, metric, overdue, urgent"
                                        + " FROM {db}.v_overdue_now WHERE overdue > 0"
                                        + " ORDER BY agency_id, metric"))
                .isEqualTo(
                        """
                        \tВедомство не определено\tFIRST_RESPONSE\t1\t1
                        \tВедомство не определено\tTRIAGE\t1\t1
                        busy\tЗанятая\tTRIAGE\t1\t0"""
                                .stripIndent());
        assertThat(
                        database.query(
                                "SELECT agency_id, agency_name, urgent FROM {db}.v_urgent_now"
                                        + " ORDER BY agency_id"))
                .isEqualTo("\tВедомство не определено\t1\nbusy\tЗанятая\t0\nquiet\tТихая\t0");
    }

    @Test
    void sharesCountTheSilentAndLeaveOutWhatMayYetBeInTime() {
        insert(
                "appeal (appeal_id, thread_id, community_id, agency_id, agency_name, status,"
                        + " published_at, answers, first_response_due_at, first_response_at,"
                        + " first_response_millis, first_breached_at, acknowledged_at, version)",
                // In time; late; overdue and silent; not yet due.
                "('p', 't', 'c2', 'busy', 'Занятая', 'ANSWERED', now() - 90000, 1, now() - 80000, now() - 86400, 3600000, NULL, NULL, 1)",
                "('q', 't', 'c2', 'busy', 'Занятая', 'ACKNOWLEDGED', now() - 90000, 1, now() - 80000, now() - 54000, 36000000, now() - 80000, now() - 54000, 1)",
                "('r', 't', 'c2', 'busy', 'Занятая', 'OPEN', now() - 90000, 0, now() - 80000, NULL, NULL, now() - 80000, NULL, 1)",
                "('s', 't', 'c2', 'busy', 'Занятая', 'OPEN', now() - 60, 0, now() + 9000, NULL, NULL, NULL, NULL, 1)");
        insert(
                "incident (incident_id, members, repeat_of, version)",
                "('q', ['q', 's'], 'o', 1)",
                "('r', ['r'], '', 1)");
        insert(
                "response_window (window_id, size, window_start, dimension, dimension_id,"
                        + " first_responses, template_answers, version)",
                "('d1', 'DAY', now() - 86400, 'AGENCY', 'busy', 3, 1, 1)",
                "('d2', 'DAY', now(), 'AGENCY', 'busy', 1, 1, 1)",
                "('h2', 'HOUR', now(), 'AGENCY', 'busy', 1, 1, 1)",
                "('c2', 'DAY', now(), 'COMMUNITY', 'busy', 7, 7, 1)");

        assertThat(
                        database.query(
                                "SELECT agency_id, appeals, open, silent, acknowledged_unfinished,"
                                        + " first_overdue_now, repeated, first_due,"
                                        + " round(first_in_time_share, 3),"
                                        + " round(first_in_time_share_low, 3),"
                                        + " round(first_in_time_share_high, 3), template_share,"
                                        + " median_first_response_seconds,"
                                        + " longest_waiting_seconds BETWEEN 89990 AND 90900 FROM"
                                        + " {db}.v_agency_now ORDER BY agency_id"))
                .isEqualTo(
                        "busy\t4\t3\t2\t1\t1\t2\t3\t0.333\t0.061\t0.792\t0.5\t36000\t1\n"
                                + "quiet\t0\t0\t0\t0\t0\t0\t0\t\\N\t\\N\t\\N\t\\N\t\\N\t\\N");
    }

    @Test
    void aLateInterimAnswerIsOverdueNoMoreOnceItsNewTermRuns() {
        insert(
                "appeal (appeal_id, thread_id, community_id, agency_id, agency_name, status,"
                        + " published_at, answers, final_due_at, final_breached_at, version)",
                "('late', 't', 'c2', 'busy', 'Занятая', 'INTERIM', now() - 90000, 1, now() + 80000, now() - 9000, 1)",
                "('over', 't', 'c2', 'busy', 'Занятая', 'INTERIM', now() - 90000, 1, now() - 60, now() - 9000, 1)");
        insert(
                ALERT,
                "('a1', 'OVERDUE', 'FINAL_ANSWER', 0, 'busy', 'Занятая', 'late', 'NORMAL', now() - 9000, now() - 9000, now() - 600, false, 1)",
                "('a2', 'OVERDUE', 'FINAL_AFTER_INTERIM', 0, 'busy', 'Занятая', 'over', 'NORMAL', now() - 60, now() - 60, NULL, false, 1)");

        assertThat(
                        database.query(
                                "SELECT agency_id, final_overdue_now, final_due FROM {db}.v_agency_now"
                                        + " ORDER BY agency_id"))
                .isEqualTo("busy\t1\t2\nquiet\t0\t0");
        assertThat(
                        database.query(
                                "SELECT sum(overdue) FROM {db}.v_overdue_now WHERE metric LIKE 'FINAL%'"))
                .isEqualTo("1");
    }

    private String overdue() {
        return database.query(
                "SELECT agency_id, agency_name, metric, overdue, urgent, longest_overdue_seconds"
                        + " FROM {db}.v_overdue_now ORDER BY agency_id, metric");
    }

    private void insert(String target, String... rows) {
        database.query("INSERT INTO {db}." + target + " VALUES " + String.join(", ", rows));
    }
}
