package io.otklik.grafana;

import io.otklik.grafana.data.Centre;
import io.otklik.grafana.data.Scale;
import io.otklik.grafana.query.Answer;
import io.otklik.grafana.query.Engine;
import io.otklik.local.clickhouse.testkit.ClickHouseExtension;
import io.otklik.schemas.migration.Migrations;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Views that count the views of stories' copies by the key of their counters tell what they told
 * when they read every counter.
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
        return engine.ask("SELECT * FROM " + view + " ORDER BY ALL");
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
