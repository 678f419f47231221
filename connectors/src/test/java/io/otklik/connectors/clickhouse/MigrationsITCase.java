package io.otklik.connectors.clickhouse;

import io.otklik.local.clickhouse.testkit.ClickHouseExtension;
import io.otklik.schemas.migration.MigrationSettings;
import io.otklik.schemas.migration.Migrations;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The migrations against the real engine, compared with the records. */
class MigrationsITCase {

    @RegisterExtension static final ClickHouseExtension CLICKHOUSE = new ClickHouseExtension();

    private static TestDatabase database;

    static List<ClickHouseTable<?>> tables() {
        return ClickHouseTable.all();
    }

    @BeforeAll
    static void migrate() {
        database = new TestDatabase(CLICKHOUSE);
    }

    @Test
    void whatADatabaseLacksIsCounted() {
        String empty = CLICKHOUSE.jdbcUrl(CLICKHOUSE.newDatabase());
        String full = CLICKHOUSE.jdbcUrl(database.name());

        assertThat(Migrations.pending(empty, "default", "")).isGreaterThan(38);
        assertThat(Migrations.pending(full, "default", "")).isZero();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void tableHasTheRecordsComponentsInTheirOrder(ClickHouseTable<?> table) {
        String columns =
                database.query(
                        "SELECT name, replaceRegexpAll(type, 'LowCardinality\\((\\w+)\\)', '\\1')"
                                + " FROM system.columns WHERE database = '{db}' AND table = '"
                                + table.name()
                                + "' AND default_kind = '' ORDER BY position FORMAT TSVRaw");

        assertThat(columns.lines())
                .containsExactlyElementsOf(
                        table.columns().stream()
                                .map(column -> column.name() + '\t' + column.type().sql())
                                .toList());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void derivedColumnsComeAfterTheRecords(ClickHouseTable<?> table) {
        assertThat(
                        database.query(
                                "SELECT count() FROM system.columns WHERE database = '{db}' AND"
                                        + " table = '"
                                        + table.name()
                                        + "' AND default_kind != '' AND position <= "
                                        + table.columns().size()))
                .isEqualTo("0");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void tableReplacesRowsAndHasAView(ClickHouseTable<?> table) {
        assertThat(
                        database.query(
                                "SELECT engine FROM system.tables WHERE database = '{db}' AND name"
                                        + " IN ('"
                                        + table.name()
                                        + "', 'v_"
                                        + table.name()
                                        + "') ORDER BY engine"))
                .isEqualTo("ReplacingMergeTree\nView");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void partitionOfARowFollowsFromItsKey(ClickHouseTable<?> table) {
        String keys =
                database.query(
                        "SELECT arrayStringConcat(groupArray(name), ',') FROM system.columns"
                                + " WHERE database = '{db}' AND table = '"
                                + table.name()
                                + "' AND is_in_partition_key AND NOT is_in_sorting_key");

        assertThat(keys).isEmpty();
    }

    @Test
    void everyViewCanBeReadAndTellsWhatItHolds() {
        List<String> views =
                database.query(
                                "SELECT name FROM system.tables WHERE database = '{db}' AND engine"
                                        + " = 'View' AND comment != '' ORDER BY name")
                        .lines()
                        .toList();

        assertThat(views)
                .containsExactly(
                        "v_agency_now",
                        "v_alert",
                        "v_alert_delivery",
                        "v_appeal",
                        "v_appeal_event",
                        "v_audience",
                        "v_audience_month",
                        "v_calendar",
                        "v_calendar_day",
                        "v_campaign",
                        "v_claim",
                        "v_community",
                        "v_community_history",
                        "v_copy",
                        "v_counter",
                        "v_dead_letter",
                        "v_engagement",
                        "v_incident",
                        "v_incident_member",
                        "v_message",
                        "v_message_created",
                        "v_nomination",
                        "v_overdue_now",
                        "v_page_month",
                        "v_rating",
                        "v_rating_fact",
                        "v_response_time",
                        "v_response_window",
                        "v_scorecard",
                        "v_sla_policy",
                        "v_sla_target",
                        "v_source_now",
                        "v_spike",
                        "v_spread",
                        "v_story_reach",
                        "v_suspicion",
                        "v_suspicion_precision",
                        "v_urgent_now",
                        "v_verdict",
                        "v_work_calendar");
        assertThat(
                        views.stream()
                                // Totals of nothing, and what no authority owes, are rows of zeros.
                                .filter(
                                        view ->
                                                !Set.of(
                                                                "v_suspicion_precision",
                                                                "v_overdue_now",
                                                                "v_urgent_now")
                                                        .contains(view))
                                .map(view -> database.query("SELECT count() FROM {db}." + view))
                                .collect(Collectors.toSet()))
                .containsExactly("0");
    }

    @Test
    void secondRunDoesNothing() {
        assertThat(
                        Migrations.run(
                                CLICKHOUSE.jdbcUrl(database.name()),
                                "default",
                                "",
                                MigrationSettings.singleServer()))
                .isZero();
    }

    @Test
    void makesTheDatabaseIfThereIsNone() {
        String name = database.name() + "_made";

        assertThat(
                        Migrations.run(
                                CLICKHOUSE.jdbcUrl(name),
                                "default",
                                "",
                                MigrationSettings.singleServer()))
                .isPositive();
        assertThat(CLICKHOUSE.query("SELECT count() FROM " + name + ".v_appeal")).isEqualTo("0");
    }

    @Test
    void clusterReachesEveryStatement() {
        assertThatThrownBy(
                        () ->
                                Migrations.run(
                                        CLICKHOUSE.jdbcUrl(CLICKHOUSE.newDatabase()),
                                        "default",
                                        "",
                                        MigrationSettings.onCluster("nowhere")))
                .isInstanceOf(Migrations.MigrationException.class)
                .hasMessageContaining("nowhere");
    }

    @Test
    void serverThatIsAwayIsToldInOneSentence() {
        assertThatThrownBy(
                        () ->
                                Migrations.run(
                                        "jdbc:clickhouse://127.0.0.1:1/otklik",
                                        "default",
                                        "",
                                        MigrationSettings.singleServer()))
                .isInstanceOf(Migrations.MigrationException.class)
                .hasMessageContaining("ClickHouse at jdbc:clickhouse://127.0.0.1:1")
                .hasMessageContaining("Check that it runs");
    }
}
