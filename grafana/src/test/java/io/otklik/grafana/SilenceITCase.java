package io.otklik.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import io.otklik.grafana.file.Dashboard;
import io.otklik.grafana.file.Panel;
import io.otklik.grafana.query.Choices;
import io.otklik.grafana.query.Engine;
import io.otklik.grafana.query.PanelQuery;
import io.otklik.local.clickhouse.testkit.ClickHouseExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** What is not there is told as what it is: no answer, and no message. */
class SilenceITCase {

    @RegisterExtension static final ClickHouseExtension CLICKHOUSE = new ClickHouseExtension();

    private static Engine engine;

    @BeforeAll
    static void migrate() {
        engine = Engine.migrated(CLICKHOUSE);
    }

    @BeforeEach
    void empty() {
        for (String table : List.of("appeal", "community", "message")) {
            engine.run("TRUNCATE TABLE " + table);
        }
    }

    @Test
    void whoIsNeverAnsweredWaitsLongerThanAll() {
        assertThat(first("Время ответа", "9 из 10 быстрее, чем").isNull()).isTrue();

        appeals(19, "now64(3) - INTERVAL 1 HOUR", "3600000", "NULL");
        appeals(1, "NULL", "NULL", "now64(3)");
        assertThat(first("Время ответа", "9 из 10 быстрее, чем").asLong()).isEqualTo(3600);

        appeals(2, "NULL", "NULL", "now64(3)");
        assertThat(first("Время ответа", "9 из 10 быстрее, чем").isNull()).isTrue();
        assertThat(first("Время ответа", "Медиана первого ответа").asLong()).isEqualTo(3600);

        appeals(20, "NULL", "NULL", "now64(3)");
        assertThat(first("Время ответа", "Медиана первого ответа").isNull()).isTrue();
    }

    @Test
    void whoMayYetBeAnsweredInTimeDoesNotCount() {
        appeals(1, "now64(3) - INTERVAL 1 HOUR", "3600000", "NULL");
        appeals(30, "NULL", "NULL", "NULL");

        assertThat(first("Время ответа", "9 из 10 быстрее, чем").asLong()).isEqualTo(3600);
    }

    /** The view knows a week and no more: its figure for longer must not be read as a time. */
    @ParameterizedTest
    @CsvSource({
        "Дежурная смена, Последнее сообщение, silent, ■ Сообщений нет неделю и дольше",
        "Конвейер, Площадки: когда было последнее сообщение, silent, ■ неделю и дольше"
    })
    void aWeekOfSilenceIsToldAsAWeekOrMore(
            String dashboard, String title, String column, String words) {
        engine.run(
                "INSERT INTO community (community_id, platform, name) VALUES ('vk:-1', 'VK', 'Page')");
        engine.run(
                "INSERT INTO message (message_id, thread_id, community_id, platform, published_at, observed_at)"
                        + " SELECT 'vk:-1_1', 'vk:-1_1', 'vk:-1', 'VK', now64(3) - INTERVAL 43 DAY AS at, at");
        Panel panel = panel(dashboard, title);

        int place = engine.ask(sql(panel)).names().indexOf(column);
        long silent = engine.ask(sql(panel)).rows().get(0).get(place).asLong();

        JsonNode mapping = panel.property(column, "mappings").get(0).path("options");
        assertThat(mapping.path("from").asLong()).isEqualTo(silent);
        assertThat(mapping.path("to").isNull()).isTrue();
        assertThat(mapping.path("result").path("text").asText()).isEqualTo(words);
    }

    private void appeals(int count, String answeredAt, String millis, String breachedAt) {
        engine.run(
                """
                INSERT INTO appeal (appeal_id, thread_id, community_id, status, published_at,
                    first_response_at, first_response_millis, first_response_business_millis,
                    first_breached_at, version)
                SELECT toString(generateUUIDv4()), 'vk:-1_1', 'vk:-1', 'OPEN',
                    now64(3) - INTERVAL 2 HOUR, %2$s, %3$s, %3$s, %4$s, 1
                FROM numbers(%1$d)"""
                        .formatted(count, answeredAt, millis, breachedAt));
    }

    private JsonNode first(String dashboard, String title) {
        return engine.ask(sql(panel(dashboard, title))).rows().get(0).get(0);
    }

    private String sql(Panel panel) {
        return PanelQuery.sql(
                panel, Choices.of(panel.dashboard(), engine).atStart(), Instant.now());
    }

    private static Panel panel(String dashboard, String title) {
        return Dashboard.all().stream()
                .filter(one -> one.title().equals(dashboard))
                .flatMap(one -> one.panels().stream())
                .filter(one -> one.title().equals(title))
                .findFirst()
                .orElseThrow();
    }
}
