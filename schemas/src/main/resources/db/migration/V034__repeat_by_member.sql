DROP VIEW v_incident_member ${on_cluster};

-- An incident is a repeat by its author if one of its appeals is: of the others each tells for itself, by whether its author was answered on
-- the merits in the incident that is repeated. A condition, not a join: who does not ask for repeat_kind does not pay for it.
CREATE VIEW v_incident_member ${on_cluster} AS
SELECT
    appeal_id,
    incident_id,
    appeal_id != members[1] AS is_merged,
    repeat_of,
    multiIf(
        i.repeat_kind != 'AUTHOR', i.repeat_kind,
        (appeal_id, repeat_of) IN (
            SELECT again.appeal_id, again.repeat_of
            FROM
            (
                SELECT m.appeal_id AS appeal_id, m.repeat_of AS repeat_of, w.author_id AS author_id
                FROM (SELECT arrayJoin(members) AS appeal_id, repeat_of FROM v_incident WHERE repeat_kind = 'AUTHOR') AS m
                INNER JOIN
                (
                    SELECT appeal_id, author_id FROM appeal FINAL
                    WHERE author_id != ''
                        AND appeal_id IN (SELECT arrayJoin(members) FROM v_incident WHERE repeat_kind = 'AUTHOR')
                ) AS w ON w.appeal_id = m.appeal_id
            ) AS again
            INNER JOIN
            (
                SELECT m.incident_id AS incident_id, w.author_id AS author_id
                FROM
                (
                    SELECT arrayJoin(members) AS appeal_id, incident_id FROM v_incident
                    WHERE incident_id IN (SELECT repeat_of FROM v_incident WHERE repeat_kind = 'AUTHOR')
                ) AS m
                INNER JOIN
                (
                    SELECT appeal_id, author_id FROM appeal FINAL
                    WHERE status = 'ANSWERED' AND NOT retracted
                        AND appeal_id IN (
                            SELECT arrayJoin(members) FROM v_incident
                            WHERE incident_id IN (SELECT repeat_of FROM v_incident WHERE repeat_kind = 'AUTHOR')
                        )
                ) AS w ON w.appeal_id = m.appeal_id
            ) AS answered ON answered.incident_id = again.repeat_of AND answered.author_id = again.author_id
        ), 'AUTHOR',
        'PLACE'
    ) AS repeat_kind,
    agency_id,
    topic_group,
    topic,
    place
FROM v_incident AS i
ARRAY JOIN members AS appeal_id
COMMENT 'One row per appeal that has a place and a topic: the incident it belongs to, and whether it repeats one by its author or only at its place';
