package io.otklik.cli.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.otklik.cli.ClickHouseHttp;
import io.otklik.cli.appeals.AppealLine;
import io.otklik.schemas.Json;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What ClickHouse holds of some pages, asked anew by each call. */
final class Figures {

    /** Where the sample region is. */
    private static final String ZONE = "Asia/Yekaterinburg";

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
     * @param unanswered open, and no official has said anything that stands
     * @param reopened open again: an official has answered, and nothing since the resident went on
     * @param inWork taken into work, asked back or answered for the time being
     * @param answered on the merits
     * @param responded those that have any first answer, whatever their status
     * @param medianResponseMillis of these, from the appeal to that answer; 0 if there are none
     */
    record Totals(
            @JsonProperty(required = true) long pages,
            @JsonProperty(required = true) long messages,
            @JsonProperty(required = true) long appeals,
            @JsonProperty(required = true) long unanswered,
            @JsonProperty(required = true) long reopened,
            @JsonProperty(required = true) long inWork,
            @JsonProperty(required = true) long answered,
            @JsonProperty(required = true) long withdrawn,
            @JsonProperty(required = true) long responded,
            @JsonProperty(required = true) long medianResponseMillis,
            @JsonProperty(required = true) long deadLetters,
            @JsonProperty(required = true) long ignoredEvents) {

        /** The same without what stood before. Only dead letters have no identity of their own. */
        Totals since(Totals before) {
            return new Totals(
                    pages,
                    messages,
                    appeals,
                    unanswered,
                    reopened,
                    inWork,
                    answered,
                    withdrawn,
                    responded,
                    medianResponseMillis,
                    deadLetters - before.deadLetters,
                    ignoredEvents - before.ignoredEvents);
        }
    }

    /** When the samples are, and what the wall clock makes of them. */
    record Dates(String first, String last, long open, long overdue) {}

    private record Id(String id) {}

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
                            countIf(status = 'OPEN' AND first_response_millis IS NULL) AS unanswered,
                            countIf(status = 'OPEN') - unanswered AS reopened,
                            countIf(status IN ('ACKNOWLEDGED', 'CLARIFYING', 'INTERIM')) AS inWork,
                            countIf(status = 'ANSWERED') AS answered,
                            countIf(status = 'WITHDRAWN') AS withdrawn,
                            count(first_response_millis) AS responded,
                            toInt64(ifNull(ifNotFinite(
                                quantileExactInclusive(0.5)(first_response_millis), 0), 0))
                                AS medianResponseMillis,
                            (SELECT countIf(NOT ignored) FROM v_dead_letter) AS deadLetters,
                            (SELECT countIf(ignored) FROM v_dead_letter) AS ignoredEvents
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
                       formatDateTime(published_at, '%%d.%%m %%H:%%i', '%s')
                           AS publishedAt,
                       toInt64(ifNull(first_response_millis, 0)) AS millis
                FROM v_appeal WHERE %s ORDER BY updated_at DESC, appeal_id LIMIT %d
                """
                        .formatted(ZONE, pages, count));
    }

    /** Ids of what was found to be appeals. */
    Set<String> appeals() throws IOException {
        return read(Id.class, "SELECT appeal_id AS id FROM v_appeal WHERE " + pages).stream()
                .map(Id::id)
                .collect(Collectors.toSet());
    }

    /** Between which days the messages lie, and how many of the open appeals are overdue now. */
    Dates dates() throws IOException {
        return read(
                        Dates.class,
                        """
                        SELECT
                            (SELECT formatDateTime(min(published_at), '%%d.%%m.%%Y', '%1$s')
                                FROM v_message WHERE %2$s) AS first,
                            (SELECT formatDateTime(max(published_at), '%%d.%%m.%%Y', '%1$s')
                                FROM v_message WHERE %2$s) AS last,
                            countIf(is_open) AS open,
                            countIf(is_open AND %3$s < now64(3, 'UTC')) AS overdue
                        FROM v_appeal WHERE %2$s
                        """
                                .formatted(ZONE, pages, AppealLine.NEXT_DUE))
                .get(0);
    }

    private <T> List<T> read(Class<T> type, String sql) throws IOException {
        String options = " SETTINGS output_format_json_quote_64bit_integers = 0 FORMAT JSONEachRow";
        try (InputStream rows = clickHouse.query(sql + options, "JSONEachRow")) {
            return Json.MAPPER.readerFor(type).<T>readValues(rows).readAll();
        }
    }
}
