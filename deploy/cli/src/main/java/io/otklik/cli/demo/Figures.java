package io.otklik.cli.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.otklik.cli.ClickHouseHttp;
import io.otklik.schemas.Json;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** What ClickHouse holds of some pages, asked anew by each call. */
final class Figures {

    private final ClickHouseHttp clickHouse;
    private final String pages;

    /**
     * @param communityIds the pages that count
     */
    Figures(ClickHouseHttp clickHouse, List<String> communityIds) {
        this.clickHouse = clickHouse;
        this.pages = "community_id IN ('" + String.join("','", communityIds) + "')";
    }

    /**
     * @param medianResponseMillis from an appeal to its first official answer; 0 if none is
     *     answered
     */
    record Totals(
            @JsonProperty(required = true) long pages,
            @JsonProperty(required = true) long messages,
            @JsonProperty(required = true) long appeals,
            @JsonProperty(required = true) long answered,
            @JsonProperty(required = true) long open,
            @JsonProperty(required = true) long withdrawn,
            @JsonProperty(required = true) long deadLetters,
            @JsonProperty(required = true) long ignoredEvents,
            @JsonProperty(required = true) long medianResponseMillis) {

        /** The same without what stood before. Only dead letters have no identity of their own. */
        Totals since(Totals before) {
            return new Totals(
                    pages,
                    messages,
                    appeals,
                    answered,
                    open,
                    withdrawn,
                    deadLetters - before.deadLetters,
                    ignoredEvents - before.ignoredEvents,
                    medianResponseMillis);
        }
    }

    /** One appeal for the screen; {@code answer} is empty while it is open. */
    record Line(String page, String text, String status, String publishedAt, long millis) {}

    Totals totals() throws IOException {
        return read(
                        Totals.class,
                        """
                        SELECT
                            (SELECT count() FROM v_community WHERE %1$s) AS pages,
                            (SELECT count() FROM v_message WHERE %1$s) AS messages,
                            count() AS appeals,
                            countIf(status = 'ANSWERED') AS answered,
                            countIf(is_open) AS open,
                            countIf(status = 'WITHDRAWN') AS withdrawn,
                            (SELECT countIf(NOT ignored) FROM v_dead_letter) AS deadLetters,
                            (SELECT countIf(ignored) FROM v_dead_letter) AS ignoredEvents,
                            toInt64(ifNull(ifNotFinite(
                                quantileExactInclusive(0.5)(first_response_millis), 0), 0))
                                AS medianResponseMillis
                        FROM v_appeal WHERE %1$s
                        """
                                .formatted(pages))
                .get(0);
    }

    /** The appeals to which something happened last, newest first. */
    List<Line> last(int count) throws IOException {
        return read(
                Line.class,
                """
                SELECT community_name AS page, replaceRegexpAll(text, '\\\\s+', ' ') AS text,
                       toString(status) AS status,
                       formatDateTime(published_at, '%%d.%%m %%H:%%i', 'Asia/Yekaterinburg')
                           AS publishedAt,
                       toInt64(ifNull(first_response_millis, 0)) AS millis
                FROM v_appeal WHERE %s ORDER BY updated_at DESC, appeal_id LIMIT %d
                """
                        .formatted(pages, count));
    }

    private <T> List<T> read(Class<T> type, String sql) throws IOException {
        String options = " SETTINGS output_format_json_quote_64bit_integers = 0 FORMAT JSONEachRow";
        try (InputStream rows = clickHouse.query(sql + options, "JSONEachRow")) {
            return Json.MAPPER.readerFor(type).<T>readValues(rows).readAll();
        }
    }
}
