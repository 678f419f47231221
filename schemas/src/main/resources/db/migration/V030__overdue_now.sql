-- What no authority is known to owe is overdue too, and so is triage itself: both are alerted of by these views.
-- Their authority has the id '' and a name of its own.
DROP VIEW v_overdue_now ${on_cluster};

-- Alert rules read this view: it has a row for every authority and metric at all times, with zero where
-- nothing is overdue, so that a rule never meets an absent series. Authorities are those of the register,
-- those that owe an answer, and the unknown one. The kind of an alert never changes under its id: it is
-- filtered before the versions are merged.
CREATE VIEW v_overdue_now ${on_cluster} AS
SELECT
    d.agency_id                                                           AS agency_id,
    d.agency_name                                                         AS agency_name,
    d.metric                                                              AS metric,
    o.overdue                                                             AS overdue,
    o.urgent                                                              AS urgent,
    o.oldest_due_at                                                       AS oldest_due_at,
    if(o.overdue = 0, 0, dateDiff('second', o.oldest_due_at, now64(3, 'UTC'))) AS longest_overdue_seconds
FROM
(
    SELECT
        agency_id,
        max(name)                                                         AS agency_name,
        arrayJoin(['TRIAGE', 'FIRST_RESPONSE', 'FINAL_ANSWER', 'FINAL_AFTER_INTERIM']) AS metric
    FROM
    (
        SELECT agency_id, agency_name AS name FROM community FINAL
        UNION ALL
        SELECT agency_id, agency_name AS name FROM alert PREWHERE kind = 'OVERDUE'
        UNION ALL
        SELECT '' AS agency_id, 'Ведомство не определено' AS name
    )
    GROUP BY agency_id
) AS d
LEFT JOIN
(
    SELECT
        agency_id,
        metric,
        count()                                                           AS overdue,
        countIf(urgency = 'HIGH')                                         AS urgent,
        min(due_at)                                                       AS oldest_due_at
    FROM alert FINAL
    PREWHERE kind = 'OVERDUE'
    WHERE cleared_at IS NULL AND NOT retracted
    GROUP BY agency_id, metric
) AS o ON o.agency_id = d.agency_id AND o.metric = d.metric
COMMENT 'One row per authority, the unknown one with id '''' among them, and metric: appeals past their deadline and still waiting; zero where there are none';

DROP VIEW v_urgent_now ${on_cluster};

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
        SELECT agency_id, agency_name AS name FROM alert PREWHERE kind IN ('DUE_SOON', 'OVERDUE')
        UNION ALL
        SELECT '' AS agency_id, 'Ведомство не определено' AS name
    )
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
COMMENT 'One row per authority, the unknown one with id '''' among them: urgent appeals without any answer whose first term runs out or has passed; zero where there are none';

DROP VIEW v_agency_now ${on_cluster};

-- Answers that others got before are found across threads by job response: their share is that of all its days.
-- Shares count what was due: answered in time, or past its deadline, still silent or not. What may yet be
-- answered in time is left out; see the Wilson interval before ranking by a share of few. What is overdue now is
-- what v_overdue_now counts: an interim answer ends the term that it came too late for, and begins another.
CREATE VIEW v_agency_now ${on_cluster} AS
WITH
    1.96 AS z,
    (sum(a.first_in_time) + z * z / 2) / (first_due + z * z) AS wilson_middle,
    z / (first_due + z * z)
        * sqrt(sum(a.first_in_time) * (first_due - sum(a.first_in_time)) / first_due + z * z / 4) AS wilson_half
SELECT
    a.agency_id                                                           AS agency_id,
    max(a.agency_name)                                                    AS agency_name,
    countIf(a.counted)                                                    AS appeals,
    countIf(a.open)                                                       AS open,
    countIf(a.open AND a.silent)                                          AS silent,
    countIf(a.open AND a.acknowledged)                                    AS acknowledged_unfinished,
    countIf(a.open AND a.silent AND a.first_overdue)                      AS first_overdue_now,
    countIf(a.open AND a.final_overdue_now)                               AS final_overdue_now,
    countIf(a.answered)                                                   AS answered,
    countIf(a.withdrawn)                                                  AS withdrawn,
    countIf(a.reopened)                                                   AS reopened,
    countIf(a.repeated)                                                   AS repeated,
    sum(a.transferred)                                                    AS transfers,
    countIf(a.first_overdue OR a.first_in_time)                           AS first_due,
    sum(a.first_in_time) / nullIf(first_due, 0)                           AS first_in_time_share,
    if(first_due = 0, NULL, greatest(0, wilson_middle - wilson_half))     AS first_in_time_share_low,
    if(first_due = 0, NULL, least(1, wilson_middle + wilson_half))        AS first_in_time_share_high,
    countIf(a.final_overdue OR a.final_in_time)                           AS final_due,
    countIf(a.final_in_time) / nullIf(final_due, 0)                       AS final_in_time_share,
    any(w.template_share)                                                 AS template_share,
    avg(a.response_millis) / 1000                                         AS mean_first_response_seconds,
    quantileExact(0.5)(a.response_millis) / 1000                          AS median_first_response_seconds,
    quantileExact(0.9)(a.response_millis) / 1000                          AS p90_first_response_seconds,
    quantileExact(0.5)(a.business_millis) / 1000                          AS median_first_response_business_seconds,
    quantileExact(0.9)(a.business_millis) / 1000                          AS p90_first_response_business_seconds,
    dateDiff('second', minIf(a.published_at, a.open AND a.silent), now64(3, 'UTC'))
        * if(silent = 0, NULL, 1)                                         AS longest_waiting_seconds
FROM
(
    SELECT
        agency_id,
        agency_name,
        true                                                              AS counted,
        status IN ('OPEN', 'ACKNOWLEDGED', 'CLARIFYING', 'INTERIM')       AS open,
        answers = 0                                                       AS silent,
        acknowledged_at IS NOT NULL                                       AS acknowledged,
        status = 'ANSWERED'                                               AS answered,
        status IN ('WITHDRAWN', 'MERGED')                                 AS withdrawn,
        notEmpty(reopened_at)                                             AS reopened,
        appeal_id IN (SELECT appeal_id FROM v_incident_member WHERE repeat_of != '') AS repeated,
        greatest(length(transfers), 1) - 1                                AS transferred,
        first_breached_at IS NOT NULL                                     AS first_overdue,
        first_breached_at IS NULL AND first_response_at IS NOT NULL AND first_response_due_at IS NOT NULL AS first_in_time,
        final_breached_at IS NOT NULL                                     AS final_overdue,
        appeal_id IN (
            SELECT subject_id FROM alert FINAL PREWHERE kind = 'OVERDUE'
            WHERE metric IN ('FINAL_ANSWER', 'FINAL_AFTER_INTERIM') AND cleared_at IS NULL AND NOT retracted
        )                                                                 AS final_overdue_now,
        final_breached_at IS NULL AND final_answer_at IS NOT NULL AND final_due_at IS NOT NULL AS final_in_time,
        first_response_millis                                             AS response_millis,
        first_response_business_millis                                    AS business_millis,
        published_at
    FROM appeal FINAL
    WHERE NOT retracted AND agency_id != ''
    UNION ALL
    SELECT agency_id, agency_name, false, false, false, false, false, false, false, false, 0, false, false, false,
        false, false, NULL, NULL, toDateTime64(0, 3, 'UTC')
    FROM community FINAL
    WHERE agency_id != ''
) AS a
LEFT JOIN
(
    SELECT
        dimension_id                                                      AS agency_id,
        sum(template_answers) / nullIf(sum(first_responses), 0)           AS template_share
    FROM response_window FINAL
    WHERE dimension = 'AGENCY' AND size = 'DAY'
    GROUP BY dimension_id
) AS w ON w.agency_id = a.agency_id
GROUP BY a.agency_id
COMMENT 'One row per authority of the register or with appeals: what waits, what is overdue, shares in time and times to the first answer';
