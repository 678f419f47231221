package io.otklik.grafana;

import io.otklik.grafana.data.Centre;
import io.otklik.grafana.data.Scale;
import io.otklik.grafana.file.Rule;
import io.otklik.grafana.query.Answer;
import io.otklik.grafana.query.Engine;
import io.otklik.local.clickhouse.testkit.ClickHouseExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/** The rules' queries on the real engine: what Grafana reads off a table, row by row. */
class AlertRulesITCase {

    @RegisterExtension static final ClickHouseExtension CLICKHOUSE = new ClickHouseExtension();

    /** A register, and nothing that ever happened. */
    private static Engine quiet;

    private static Engine busy;

    @BeforeAll
    static void fill() {
        quiet = Engine.migrated(CLICKHOUSE);
        quiet.run(
                "INSERT INTO community (community_id, platform, name, agency_id, agency_name, updated_at)"
                        + " VALUES ('c1', 'VK', 'Страница', 'a1', 'Ведомство', now())");
        quiet.run(calendar("russia", "today() + INTERVAL 1 YEAR"));
        busy = Engine.migrated(CLICKHOUSE);
        new Centre(busy, Scale.SMALL).fill();
    }

    static List<Rule> rules() {
        return Rule.all().stream().filter(rule -> !rule.sql().isEmpty()).toList();
    }

    /** One number a row, and labels that tell rows apart: anything else Grafana refuses. */
    @ParameterizedTest
    @MethodSource("rules")
    void everyRowIsOneNumberUnderLabelsOfItsOwn(Rule rule) {
        for (Engine engine : List.of(quiet, busy)) {
            Answer answer = engine.ask(rule.sql());
            List<String> labels =
                    answer.names().stream()
                            .filter(name -> answer.kind(name).equals("text"))
                            .toList();

            assertThat(answer.names()).hasSize(labels.size() + 1);
            assertThat(answer.kind(answer.names().get(labels.size()))).isEqualTo("number");
            assertThat(answer.rows()).as("a rule without rows is an absent series").isNotEmpty();
            Set<String> seen = new HashSet<>();
            answer.rows()
                    .forEach(
                            row -> {
                                assertThat(row.get(labels.size()).isNull()).isFalse();
                                StringBuilder key = new StringBuilder();
                                for (int i = 0; i < labels.size(); i++) {
                                    key.append(row.get(i).asText()).append('\n');
                                }
                                assertThat(seen.add(key.toString())).as(row.toString()).isTrue();
                            });
        }
    }

    @Test
    void nothingFiresInAQuietCentreButTheSilenceOfItsSources() {
        for (Rule rule : rules()) {
            assertThat(firing(quiet, rule))
                    .as(rule.toString())
                    .isEqualTo(rule.uid().equals("otklik-silent-source") ? 1 : 0);
        }
    }

    @Test
    void whatIsOverdueAndUrgentFiresForEachAuthorityThatOwesIt() {
        assertThat(firing(busy, rule("otklik-overdue")))
                .isEqualTo(
                        number("SELECT uniqExact(agency_id) FROM v_overdue_now WHERE overdue > 0"))
                .isPositive();
        assertThat(firing(busy, rule("otklik-urgent")))
                .isEqualTo(
                        number(
                                "SELECT uniqExact(agency_id) FROM v_appeal WHERE urgency = 'HIGH' AND"
                                        + " answers = 0 AND first_response_due_at < now64(3, 'UTC') + INTERVAL 1 HOUR"))
                .isPositive();
        assertThat(firing(busy, rule("otklik-silent-source"))).isZero();
    }

    /** The list behind the rule's link has each appeal once, however many terms it missed. */
    @Test
    void anAppealThatMissedTwoTermsIsOneOverdueAppeal() {
        Engine engine = Engine.migrated(CLICKHOUSE);
        String insert =
                "INSERT INTO alert (alert_id, kind, metric, level, agency_id, agency_name, subject_id,"
                        + " urgency, raised_at, version) VALUES ('%1$s', 'OVERDUE', '%1$s', 0, 'a', 'А',"
                        + " 'appeal', '', now(), 1)";
        engine.run(insert.formatted("FIRST_RESPONSE"));
        engine.run(insert.formatted("FINAL_ANSWER"));

        Answer answer = engine.ask(rule("otklik-overdue").sql());

        assertThat(answer.rows())
                .extracting(row -> row.get(0).asText() + " " + row.get(2).asInt())
                .containsExactlyInAnyOrder("a 1", " 0");
    }

    @Test
    void aSpreadFiresUntilItIsCleared() {
        String columns =
                "INSERT INTO alert (alert_id, kind, level, agency_id, agency_name, subject_id, urgency,"
                        + " raised_at, cleared_at, version) VALUES ";
        quiet.run(columns + "('s', 'SPREAD', 0, '', '', 'claim', '', now(), NULL, 1)");
        assertThat(firing(quiet, rule("otklik-spread"))).isEqualTo(1);

        quiet.run(columns + "('s', 'SPREAD', 0, '', '', 'claim', '', now(), now(), 2)");
        assertThat(firing(quiet, rule("otklik-spread"))).isZero();
    }

    @Test
    void aCalendarFiresWhoseKnownYearsEndAndSoDoesNone() {
        Engine engine = Engine.migrated(CLICKHOUSE);
        Rule rule = rule("otklik-calendar");
        assertThat(firing(engine, rule)).isEqualTo(1);

        engine.run(calendar("far", "today() + INTERVAL 1 YEAR"));
        assertThat(firing(engine, rule)).isZero();

        engine.run(calendar("over", "today() - INTERVAL 1 YEAR"));
        assertThat(firing(engine, rule)).isEqualTo(1);
    }

    /** A calendar that knows the year of a day. */
    private static String calendar(String id, String day) {
        return "INSERT INTO work_calendar (calendar_id, version, time_zone, last_year, updated_at)"
                + " SELECT '%s', 1, 'Europe/Moscow', toYear(%s), now64(3)".formatted(id, day);
    }

    @Test
    void manyDeadLettersFireAndKnownEventsDoNot() {
        String insert =
                "INSERT INTO dead_letter (topic, partition, offset, position, reason, at)"
                        + " SELECT 'raw.ok', 0, number, 0, '%s', now64(3) FROM numbers(200)";
        Engine engine = Engine.migrated(CLICKHOUSE);
        engine.run(insert.formatted("IGNORED_EVENT"));
        assertThat(firing(engine, rule("otklik-dead-letters"))).isZero();

        engine.run(insert.formatted("INVALID_JSON").replace("'raw.ok', 0", "'raw.ok', 1"));
        assertThat(firing(engine, rule("otklik-dead-letters"))).isEqualTo(1);
    }

    private static int firing(Engine engine, Rule rule) {
        Answer answer = engine.ask(rule.sql());
        int value = answer.names().size() - 1;
        return (int)
                answer.rows().stream()
                        .filter(row -> row.get(value).asDouble() > rule.threshold())
                        .count();
    }

    private static Rule rule(String uid) {
        return rules().stream().filter(one -> one.uid().equals(uid)).findFirst().orElseThrow();
    }

    private static int number(String sql) {
        return busy.ask(sql).rows().get(0).get(0).asInt();
    }
}
