-- Alerts ENGAGEMENT_SPIKE, what is to be looked at first in front: those that go on before those that are over, and of
-- them those under which criticism without an answer grows. Appeals count from an hour before the alert on.
CREATE VIEW v_spike ${on_cluster} AS
SELECT
    row_number() OVER (ORDER BY a.is_raised DESC, a.urgency = 'HIGH' DESC, unanswered DESC, a.raised_at DESC, a.alert_id) AS place,
    a.alert_id                                                      AS alert_id,
    a.subject_id                                                    AS subject_id,
    CAST(a.subject_id != a.community_id AS Bool)                    AS of_post,
    a.community_id                                                  AS community_id,
    if(a.community_name = '', a.community_id, a.community_name)     AS community_name,
    a.agency_id                                                     AS agency_id,
    a.agency_name                                                   AS agency_name,
    a.url                                                           AS url,
    a.text                                                          AS text,
    CAST(a.urgency = 'HIGH' AS Bool)                                AS criticism_grows,
    countIf(p.appeal_id != '' AND (a.subject_id = a.community_id OR p.thread_id = a.subject_id)
        AND p.published_at >= a.raised_at - INTERVAL 1 HOUR
        AND p.published_at < ifNull(a.cleared_at, now64(3, 'UTC')))   AS unanswered,
    a.raised_at                                                     AS raised_at,
    a.cleared_at                                                    AS cleared_at,
    a.is_raised                                                     AS is_raised
FROM (SELECT * FROM v_alert WHERE kind = 'ENGAGEMENT_SPIKE') AS a
LEFT JOIN
(
    SELECT appeal_id, thread_id, community_id, published_at
    FROM appeal FINAL
    WHERE NOT retracted AND closed_at IS NULL AND answers = 0
) AS p ON p.community_id = a.community_id
GROUP BY a.alert_id, a.subject_id, a.community_id, a.community_name, a.agency_id, a.agency_name, a.url, a.text, a.urgency,
    a.raised_at, a.cleared_at, a.is_raised
COMMENT 'Unusually many reactions to a post or page: those under which unanswered criticism grows come first';
