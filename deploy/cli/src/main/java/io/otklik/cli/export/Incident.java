package io.otklik.cli.export;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.otklik.cli.Sql;
import io.otklik.schemas.AppealStatus;

import java.time.Instant;
import java.util.List;

/**
 * One appeal with what a row of the export needs.
 *
 * @param assignedAt since when the authority that owes the answer has it
 * @param assigneeResponseAt its first answer since then
 * @param deletedByAuthor null if its message stands, or it is not known who deleted it
 * @param answers texts of the official answers that stand, in time order
 */
record Incident(
        @JsonProperty(required = true) String appealId,
        String incidentId,
        String region,
        String municipality,
        String timeZone,
        String department,
        String agencyName,
        @JsonProperty(required = true) AppealStatus status,
        Boolean deletedByAuthor,
        String topicGroup,
        String topic,
        String urgency,
        String place,
        Instant publishedAt,
        Instant closedAt,
        Instant firstResponseAt,
        String firstResponseText,
        Long firstResponseMillis,
        Long firstResponseBusinessMillis,
        boolean firstMissed,
        Instant assignedAt,
        Instant assigneeResponseAt,
        String outcome,
        boolean mediaInAnswer,
        boolean mediaInAppeal,
        String url,
        String pageUrl,
        String pageName,
        String text,
        List<String> answers,
        String repeatOf,
        boolean templateAnswer,
        int unofficialAnswers,
        int followUps) {

    /** What an official writes that counts as an answer. */
    private static final String ANSWERS =
            "('ACKNOWLEDGED', 'CLARIFICATION_REQUESTED', 'INTERIM', 'FINAL')";

    /**
     * Appeals that were published from one time on and before another, in the order of publishing.
     * Messages and events are read only of their threads.
     */
    static String select(Instant from, Instant to) {
        String range =
                "published_at >= fromUnixTimestamp64Milli(%d) AND published_at < fromUnixTimestamp64Milli(%d)"
                        .formatted(from.toEpochMilli(), to.toEpochMilli());
        String threads =
                "(community_id, thread_id) IN (SELECT community_id, thread_id FROM v_appeal WHERE %s)"
                        .formatted(range);
        return """
        SELECT a.appeal_id AS appealId, i.incident_id AS incidentId, a.region AS region,
               a.municipality AS municipality, a.time_zone AS timeZone,
               ifNull(p.agency_name, '') AS department, a.agency_name AS agencyName,
               a.status AS status, m.deleted_by_author AS deletedByAuthor, a.topic_group AS topicGroup, a.topic AS topic,
               a.urgency AS urgency, a.place AS place, %1$s AS publishedAt, %2$s AS closedAt,
               %3$s AS firstResponseAt, a.first_response_text AS firstResponseText,
               a.first_response_millis AS firstResponseMillis,
               a.first_response_business_millis AS firstResponseBusinessMillis,
               CAST(a.first_breached_at IS NOT NULL AS Bool) AS firstMissed,
               %4$s AS assignedAt, %5$s AS assigneeResponseAt, a.outcome AS outcome,
               CAST(has(w.with_media, a.first_response_id) AS Bool) AS mediaInAnswer,
               CAST(m.media AS Bool) AS mediaInAppeal, a.url AS url, ifNull(p.url, '') AS pageUrl,
               a.community_name AS pageName, a.text AS text, w.texts AS answers,
               i.repeat_of AS repeatOf, a.template_answer AS templateAnswer,
               a.unofficial_answers AS unofficialAnswers, a.follow_ups AS followUps
        FROM
        (
            SELECT *,
                if(empty(transfers), published_at, transfers[-1].since) AS assigned_at,
                arrayFirst(t -> t >= assigned_at,
                    arraySort(arrayFilter(t -> t IS NOT NULL,
                        [first_response_at, acknowledged_at, final_answer_at]))) AS assignee_response_at
            FROM v_appeal WHERE %6$s
        ) AS a
        LEFT JOIN v_community AS p ON p.community_id = a.community_id
        LEFT JOIN
        (
            SELECT appeal_id, incident_id, repeat_of FROM v_incident_member
            WHERE appeal_id IN (SELECT appeal_id FROM v_appeal WHERE %6$s)
        ) AS i ON i.appeal_id = a.appeal_id
        LEFT JOIN
        (
            SELECT message_id, notEmpty(attachments) AS media, deleted_by_author
            FROM v_message WHERE %7$s
        ) AS m ON m.message_id = a.appeal_id
        LEFT JOIN
        (
            SELECT e.appeal_id AS appeal_id,
                arrayMap(x -> x.3, arraySort(groupArray((e.at, e.message_id, r.text)))) AS texts,
                groupArrayIf(e.message_id, notEmpty(r.attachments)) AS with_media
            FROM
            (
                SELECT appeal_id, cause_message_id AS message_id, min(at) AS at FROM v_appeal_event
                WHERE type IN %8$s AND %7$s
                GROUP BY appeal_id, message_id
            ) AS e
            INNER JOIN
            (
                SELECT message_id, text, attachments FROM v_message WHERE NOT deleted AND %7$s
            ) AS r ON r.message_id = e.message_id
            GROUP BY appeal_id
        ) AS w ON w.appeal_id = a.appeal_id
        ORDER BY a.published_at, a.appeal_id
        """
                .formatted(
                        Sql.time("a.published_at"),
                        Sql.time("a.closed_at"),
                        Sql.time("a.first_response_at"),
                        Sql.time("a.assigned_at"),
                        Sql.time("a.assignee_response_at"),
                        range,
                        threads,
                        ANSWERS);
    }
}
