package io.otklik.cli.appeals;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.otklik.cli.Sql;
import io.otklik.cli.TextTable;
import io.otklik.schemas.AppealStatus;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One appeal of a list.
 *
 * @param dueAt the next deadline that nothing has met; null for a closed appeal
 * @param overdue whether that deadline has passed
 * @param overdueSeconds since then; null if it has not
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
        Long overdueSeconds,
        String url,
        String text) {

    private static final String URGENT = "‼";
    private static final int TEXT_WIDTH = 60;
    private static final int AGENCY_WIDTH = 32;

    /** All but the length of the delay begin at the left. */
    private static final Set<Integer> LEFT = Set.of(0, 2, 3, 4, 5, 6);

    private static final List<String> HEADER =
            List.of(
                    URGENT,
                    "Просрочено на",
                    "Срок",
                    "Ведомство",
                    "Состояние",
                    "Обращение",
                    "Текст");

    /** The next term that nothing has met, of an open row of {@code v_appeal}. */
    public static final String NEXT_DUE =
            "if(answers = 0, coalesce(first_response_due_at, final_due_at), final_due_at)";

    /** Selects the lines of {@code v_appeal}; conditions and order follow. */
    public static String select() {
        return """
        SELECT appeal_id AS appealId, community_name AS pageName, agency_id AS agencyId,
               agency_name AS agencyName, toString(status) AS status, toString(urgency) AS urgency,
               toString(topic_group) AS topicGroup, toString(time_zone) AS timeZone,
               %s AS publishedAt, %s AS dueAt,
               CAST(ifNull(due_at < now64(3, 'UTC'), 0) AS Bool) AS overdue,
               if(overdue, dateDiff('second', assumeNotNull(due_at), now64(3, 'UTC')), NULL) AS overdueSeconds, url,
               replaceRegexpAll(text, '\\\\s+', ' ') AS text
        FROM
        (
            SELECT *, if(is_open, %s, NULL) AS due_at
            FROM v_appeal
        )
        """
                .formatted(Sql.time("published_at"), Sql.time("due_at"), NEXT_DUE);
    }

    /**
     * Prints a table: what is urgent is marked, a term is the next one that nothing has met, times
     * are the page's own with their distance from UTC. Of no appeals it prints nothing.
     */
    public static void print(List<AppealLine> lines, PrintWriter out) {
        if (lines.isEmpty()) {
            return;
        }
        TextTable table = new TextTable(LEFT);
        table.row(HEADER);
        lines.forEach(line -> table.row(line.cells()));
        table.print(out);
    }

    private List<String> cells() {
        return List.of(
                "HIGH".equals(urgency) ? URGENT : "",
                overdueSeconds == null ? "" : Russian.span(overdueSeconds),
                dueAt == null ? "" : Russian.minute(dueAt, Russian.zone(timeZone)),
                cut(agency(), AGENCY_WIDTH),
                Russian.status(status),
                appealId,
                cut(text, TEXT_WIDTH));
    }

    private String agency() {
        return Stream.of(agencyName, agencyId)
                .filter(name -> name != null && !name.isEmpty())
                .findFirst()
                .orElse("не определено");
    }

    /** A text of at most so many characters, in whole ones. */
    public static String cut(String text, int width) {
        return text.codePointCount(0, text.length()) <= width
                ? text
                : text.substring(0, text.offsetByCodePoints(0, width - 1)) + "…";
    }
}
