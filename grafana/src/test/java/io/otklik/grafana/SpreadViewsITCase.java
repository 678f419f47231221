package io.otklik.grafana;

import io.otklik.grafana.data.Centre;
import io.otklik.grafana.data.Scale;
import io.otklik.grafana.query.Answer;
import io.otklik.grafana.query.Engine;
import io.otklik.local.clickhouse.testkit.ClickHouseExtension;
import io.otklik.schemas.migration.Migrations;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Views of stories: those that count views by the key of their counters tell what they told when
 * they read every counter, and a refutation is seen beside what it refutes.
 */
class SpreadViewsITCase {

    @RegisterExtension static final ClickHouseExtension CLICKHOUSE = new ClickHouseExtension();

    private static Engine engine;

    @BeforeAll
    static void fill() {
        engine = Engine.migrated(CLICKHOUSE);
        new Centre(engine, Scale.SMALL).fill();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v_spread", "v_story_reach"})
    void tellsWhatItToldBefore(String view) throws IOException {
        engine.run(firstDefinition(view).replace("CREATE VIEW ", "CREATE VIEW before_"));

        Answer before = rows("before_" + view);

        assertThat(before.rows()).isNotEmpty();
        assertThat(before.rows().toString()).containsPattern("[1-9]\\d{2,}");
        assertThat(rows(view)).isEqualTo(before);
    }

    private static Answer rows(String view) {
        String columns = view.equals("v_spread") ? "* EXCEPT stories" : "*";
        return engine.ask("SELECT " + columns + " FROM " + view + " ORDER BY ALL");
    }

    @Test
    void aDenialInWordsOfItsOwnIsSeenBesideEachStoryThatItDeniesAndCountedOnce() {
        Engine own = Engine.migrated(CLICKHOUSE);
        own.run(
                """
                INSERT INTO suspicion (suspicion_id, claim_id, first_at, last_at, refuted_at, refutation_id, version) VALUES
                ('told', 'bridge', '2026-03-01 09:00:00', '2026-03-01 12:00:00', '2026-03-01 11:00:00', 'denial', 1),
                ('again', 'bridge', '2026-03-01 10:00:00', '2026-03-02 10:00:00', '2026-03-01 11:00:00', 'denial', 1),
                ('later', 'bridge', '2026-05-01 10:00:00', '2026-05-01 10:00:00', NULL, '', 1),
                ('other', 'river', '2026-03-01 10:00:00', '2026-03-01 10:00:00', '2026-03-01 12:00:00', 'ok:-8_1', 1),
                ('linked', '', '2026-03-01 10:00:00', '2026-03-01 10:00:00', '2026-03-01 10:30:00', 'half', 1)""");
        own.run(
                """
                INSERT INTO copy (message_id, story_id, claim_id, stance, community_id, published_at, version) VALUES
                ('one', 'told', 'bridge', 'STORY', 'vk:-1', '2026-03-01 09:00:00', 1),
                ('two', 'again', 'bridge', 'STORY', 'vk:-2', '2026-03-01 10:00:00', 1),
                ('half', 'half', '', 'STORY', 'vk:-2', '2026-03-01 10:30:00', 1),
                ('denial', 'denial', 'bridge', 'REFUTATION', 'vk:-900', '2026-03-01 11:00:00', 1)""");

        String refutations =
                "SELECT window_start, kind, platform, community_id, story_id, stories, copies FROM v_spread"
                        + " WHERE has(stories, '%s') AND kind = 'REFUTATION'";
        Answer told = own.ask(refutations.formatted("told"));
        assertThat(told.rows()).hasSize(1);
        assertThat(told.rows().get(0).toString())
                .contains("2026-03-01 11:00:00", "denial", "again", "told")
                .doesNotContain("later");
        assertThat(own.ask(refutations.formatted("again")).rows()).isEqualTo(told.rows());
        assertThat(own.ask(refutations.formatted("later")).rows()).isEmpty();
        // What a person linked, whether it was read as a copy or never met.
        assertThat(own.ask(refutations.formatted("linked")).rows().toString())
                .contains("2026-03-01 10:30:00", "vk:-2");
        assertThat(own.ask(refutations.formatted("other")).rows().toString())
                .contains("2026-03-01 12:00:00", "OK", "ok:-8");
        assertThat(
                        own.ask(
                                        "SELECT toString(sum(copies)) FROM v_spread WHERE claim_id = 'bridge'"
                                                + " AND kind = 'REFUTATION'")
                                .rows()
                                .toString())
                .isEqualTo("[[\"1\"]]");
    }

    private static String firstDefinition(String view) throws IOException {
        String file = "/db/migration/V018__misinformation.sql";
        try (InputStream stream = Migrations.class.getResourceAsStream(file)) {
            String sql =
                    new String(
                            Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
            int start = sql.indexOf("CREATE VIEW " + view + " ");
            return sql.substring(start, sql.indexOf(";\n", start)).replace("${on_cluster}", "");
        }
    }
}
