package io.otklik.grafana.query;

import com.fasterxml.jackson.databind.JsonNode;
import io.otklik.grafana.file.Panel;

import java.time.Duration;
import java.time.Instant;

/** A panel's only query as it reaches the server. */
public final class PanelQuery {

    private PanelQuery() {}

    /** Over the time that the dashboard opens with. */
    public static String sql(Panel panel, Variables variables, Instant now) {
        JsonNode time = panel.dashboard().json().path("time");
        return sql(
                panel,
                variables,
                TimeRange.moment(time.path("from").asText(), now),
                TimeRange.moment(time.path("to").asText(), now));
    }

    /** Over a time that the reader chose. */
    public static String sql(Panel panel, Variables variables, Instant from, Instant to) {
        String least = panel.json().path("interval").asText("");
        TimeRange range =
                TimeRange.of(
                        from,
                        to,
                        least.isEmpty() ? Duration.ofSeconds(1) : TimeRange.duration(least));
        String sql = panel.queries().get(0).path("rawSql").asText();
        return Macros.apply(variables.apply(sql), range);
    }
}
