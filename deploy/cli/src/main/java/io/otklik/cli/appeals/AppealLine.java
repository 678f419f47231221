package io.otklik.cli.appeals;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.otklik.cli.Sql;
import io.otklik.schemas.AppealStatus;

import java.time.Instant;

/**
 * One appeal of a list.
 *
 * @param dueAt the next deadline that nothing has met; null for a closed appeal
 * @param overdue whether that deadline has passed
 */
public record AppealLine(
        @JsonProperty(required = true) String appealId,
        String pageName,
        String agencyId,
        String agencyName,
        @JsonProperty(required = true) AppealStatus status,
        String urgency,
        String topicGroup,
        String timeZone,
        Instant publishedAt,
        Instant dueAt,
        boolean overdue,
        String url,
        String text) {

    private static final int TEXT_WIDTH = 60;

    /** Selects the lines of {@code v_appeal}; conditions and order follow. */
    public static String select() {
        return """
        SELECT appeal_id AS appealId, community_name AS pageName, agency_id AS agencyId,
               agency_name AS agencyName, toString(status) AS status, toString(urgency) AS urgency,
               toString(topic_group) AS topicGroup, toString(time_zone) AS timeZone,
               %s AS publishedAt, %s AS dueAt,
               CAST(ifNull(due_at < now64(3, 'UTC'), 0) AS Bool) AS overdue, url,
               replaceRegexpAll(text, '\\\\s+', ' ') AS text
        FROM
        (
            SELECT *, if(is_open, if(answers = 0, first_response_due_at, final_due_at), NULL) AS due_at
            FROM v_appeal
        )
        """
                .formatted(Sql.time("published_at"), Sql.time("due_at"));
    }

    /** One line of a table, in the page's time. */
    public String print() {
        String due = dueAt == null ? "" : "срок " + Russian.time(dueAt, Russian.zone(timeZone));
        return "%-26s %s  %-20s %-25s %s%s"
                .formatted(
                        appealId,
                        Russian.time(publishedAt, Russian.zone(timeZone)),
                        Russian.status(status),
                        due,
                        overdue ? "ПРОСРОЧЕНО " : "",
                        cut(text, TEXT_WIDTH));
    }

    /** A text of at most so many characters, in whole ones. */
    public static String cut(String text, int width) {
        return text.codePointCount(0, text.length()) <= width
                ? text
                : text.substring(0, text.offsetByCodePoints(0, width - 1)) + "…";
    }
}
