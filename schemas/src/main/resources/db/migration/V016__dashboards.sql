-- What the dashboards and alert rules ask beside the views of the records.

-- Messages by the time of their writing. A creation that was delivered twice stands twice until the table
-- merges it away: count distinct message_id.
CREATE VIEW v_message_created ${on_cluster} AS
SELECT
    community_id,
    thread_id,
    message_id,
    platform,
    type,
    author_kind,
    changed_at AS at,
    observed_at
FROM message
WHERE change = 'CREATED'
COMMENT 'Creations of posts and comments by time of writing; count distinct message_id';

-- A row for every platform of the register at all times: an alert rule never meets an absent series. Only
-- the last week is read; who was silent for all of it has been silent for a week.
CREATE VIEW v_source_now ${on_cluster} AS
SELECT
    p.platform                                                                              AS platform,
    p.pages                                                                                 AS pages,
    if(m.messages = 0, NULL, m.last)                                                        AS last_message_at,
    if(m.messages = 0, 604800, greatest(0, dateDiff('second', m.last, now64(3, 'UTC'))))    AS silent_seconds,
    m.recent                                                                                AS messages_last_hour
FROM
(
    SELECT platform, count() AS pages
    FROM community FINAL
    GROUP BY platform
) AS p
LEFT JOIN
(
    SELECT
        platform,
        count()                                                                    AS messages,
        max(observed_at)                                                           AS last,
        uniqExactIf(message_id, observed_at > now64(3, 'UTC') - INTERVAL 1 HOUR)   AS recent
    FROM message
    WHERE changed_at > now64(3, 'UTC') - INTERVAL 7 DAY
    GROUP BY platform
) AS m ON m.platform = p.platform
COMMENT 'One row per platform of the register: its pages, its last message, and since when it is silent';

-- Urgent appeals that nobody answered though their first term runs out or has passed. Dense like
-- v_overdue_now, for the same reason. An appeal that is overdue has both alerts: it counts once.
CREATE VIEW v_urgent_now ${on_cluster} AS
SELECT
    d.agency_id   AS agency_id,
    d.agency_name AS agency_name,
    u.urgent      AS urgent
FROM
(
    SELECT agency_id, max(name) AS agency_name
    FROM
    (
        SELECT agency_id, agency_name AS name FROM community FINAL
        UNION ALL
        SELECT agency_id, agency_name AS name FROM alert PREWHERE kind = 'OVERDUE'
    )
    WHERE agency_id != ''
    GROUP BY agency_id
) AS d
LEFT JOIN
(
    SELECT agency_id, uniqExact(subject_id) AS urgent
    FROM alert FINAL
    PREWHERE kind IN ('DUE_SOON', 'OVERDUE')
    WHERE metric = 'FIRST_RESPONSE' AND urgency = 'HIGH' AND cleared_at IS NULL AND NOT retracted
    GROUP BY agency_id
) AS u ON u.agency_id = d.agency_id
COMMENT 'One row per authority: urgent appeals without any answer whose first term runs out or has passed; zero where there are none';
