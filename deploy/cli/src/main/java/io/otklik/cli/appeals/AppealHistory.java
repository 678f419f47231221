package io.otklik.cli.appeals;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.otklik.cli.Sql;
import io.otklik.schemas.AppealEventType;
import io.otklik.schemas.AppealStatus;
import io.otklik.schemas.Outcome;
import io.otklik.schemas.SlaMetric;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One appeal with all that happened to it. */
public record AppealHistory(Appeal appeal, List<Event> events) {

    /** What it is about and what is owed now. */
    public record Appeal(
            @JsonProperty(required = true) String appealId,
            String pageName,
            String agencyId,
            String agencyName,
            String agencyReason,
            String municipality,
            String timeZone,
            String topicGroup,
            String topic,
            String urgency,
            String place,
            @JsonProperty(required = true) AppealStatus status,
            String policyId,
            Integer policyVersion,
            String calendarId,
            Integer calendarVersion,
            Instant publishedAt,
            Instant firstResponseDueAt,
            Instant finalDueAt,
            String outcome,
            String incidentId,
            String repeatOf,
            String url,
            String text) {}

    /** One thing that happened, and the words of the message that made it happen. */
    public record Event(
            @JsonProperty(required = true) AppealEventType type,
            Instant at,
            String metric,
            Integer level,
            Instant dueAt,
            Long elapsedMillis,
            Long elapsedBusinessMillis,
            String agencyId,
            String agencyName,
            String outcome,
            Instant promisedUntil,
            String reason,
            String policyId,
            Integer policyVersion,
            Integer calendarVersion,
            String causeMessageId,
            String text) {}

    /** Asks for an appeal; null if there is none of that id. */
    public static AppealHistory find(Sql sql, String appealId) throws IOException {
        String key = keyCondition(appealId);
        Appeal appeal = first(sql, appealSelect(key, appealId));
        if (appeal == null && !key.isEmpty()) {
            // An id of another shape than the platforms' own: found by reading every appeal.
            key = "";
            appeal = first(sql, appealSelect(key, appealId));
        }
        return appeal == null ? null : new AppealHistory(appeal, events(sql, key, appealId));
    }

    /**
     * The page and the thread, which the tables are ordered by, from an id such as {@code
     * vk:-143_58908_58911}: with them ClickHouse reads a few rows instead of all.
     */
    private static String keyCondition(String appealId) {
        String[] parts = appealId.split("_");
        if (parts.length < 2) {
            return "";
        }
        return "community_id = %s AND thread_id = %s AND "
                .formatted(Sql.text(parts[0]), Sql.text(parts[0] + '_' + parts[1]));
    }

    private static Appeal first(Sql sql, String select) throws IOException {
        try (Sql.Rows<Appeal> rows = sql.rows(Appeal.class, select)) {
            return rows.next();
        }
    }

    private static String appealSelect(String key, String appealId) {
        return """
        SELECT a.appeal_id AS appealId, community_name AS pageName, agency_id AS agencyId,
               agency_name AS agencyName, agency_reason AS agencyReason, municipality,
               time_zone AS timeZone, topic_group AS topicGroup, topic, urgency, place, status, policy_id AS policyId,
               policy_version AS policyVersion, calendar_id AS calendarId,
               calendar_version AS calendarVersion, %s AS publishedAt, %s AS firstResponseDueAt,
               %s AS finalDueAt, outcome, i.incident_id AS incidentId, i.repeat_of AS repeatOf, url,
               text
        FROM (SELECT * FROM v_appeal WHERE %sappeal_id = %s) AS a
        LEFT JOIN (SELECT %5$s AS appeal_id, incident_id, repeat_of FROM v_incident
            WHERE has(members, %5$s)) AS i ON i.appeal_id = a.appeal_id
        """
                .formatted(
                        Sql.time("published_at"),
                        Sql.time("first_response_due_at"),
                        Sql.time("final_due_at"),
                        key,
                        Sql.text(appealId));
    }

    private static List<Event> events(Sql sql, String key, String appealId) throws IOException {
        String select =
                """
                SELECT type, %1$s AS at, metric, level, %2$s AS dueAt, elapsed_millis AS elapsedMillis,
                       elapsed_business_millis AS elapsedBusinessMillis, e.agency_id AS agencyId,
                       c.name AS agencyName, outcome, %3$s AS promisedUntil, reason,
                       policy_id AS policyId, policy_version AS policyVersion, calendar_version AS calendarVersion,
                       cause_message_id AS causeMessageId, m.text AS text
                FROM (SELECT * FROM v_appeal_event WHERE %4$sappeal_id = %5$s) AS e
                LEFT JOIN (SELECT message_id, text FROM v_message WHERE %4$smessage_id IN (
                    SELECT cause_message_id FROM v_appeal_event WHERE %4$sappeal_id = %5$s)) AS m
                    ON m.message_id = e.cause_message_id
                LEFT JOIN (SELECT agency_id, any(agency_name) AS name FROM v_community
                    GROUP BY agency_id) AS c ON c.agency_id = e.agency_id
                ORDER BY e.at, e.event_id
                """
                        .formatted(
                                Sql.time("e.at"),
                                Sql.time("e.due_at"),
                                Sql.time("e.promised_until"),
                                key,
                                Sql.text(appealId));
        List<Event> events = new ArrayList<>();
        try (Sql.Rows<Event> rows = sql.rows(Event.class, select)) {
            for (Event event = rows.next(); event != null; event = rows.next()) {
                events.add(event);
            }
        }
        return events;
    }

    static SlaMetric metric(Event event) {
        return event.metric() == null || event.metric().isEmpty()
                ? null
                : SlaMetric.valueOf(event.metric());
    }

    static Outcome outcome(String name) {
        return name == null || name.isEmpty() ? null : Outcome.valueOf(name);
    }
}
