-- An incident is told of by table incident; what an appeal belongs to stands in v_incident_member alone.
DROP VIEW v_appeal ${on_cluster};

ALTER TABLE appeal ${on_cluster}
    DROP COLUMN incident_id,
    DROP COLUMN repeat_of;

-- An appeal is asked for by its id, or with all of its thread. All versions of it have both in common, so an index that
-- leaves out whole granules leaves out no version.
ALTER TABLE appeal ${on_cluster}
    ADD INDEX by_appeal appeal_id TYPE bloom_filter(0.001) GRANULARITY 1,
    ADD INDEX by_thread thread_id TYPE bloom_filter(0.001) GRANULARITY 1;

ALTER TABLE appeal ${on_cluster}
    MATERIALIZE INDEX by_appeal,
    MATERIALIZE INDEX by_thread;

ALTER TABLE appeal_event ${on_cluster}
    ADD INDEX by_appeal appeal_id TYPE bloom_filter(0.001) GRANULARITY 1;

ALTER TABLE appeal_event ${on_cluster}
    MATERIALIZE INDEX by_appeal;

CREATE VIEW v_appeal ${on_cluster} AS
SELECT
    appeal_id,
    thread_id,
    community_id,
    if(community_name = '', community_id, community_name)                    AS community_name,
    platform,
    agency_id,
    agency_name,
    agency_reason,
    page_agency_id,
    region,
    municipality,
    time_zone,
    url,
    author_id,
    text,
    published_at,
    status,
    CAST(status IN ('OPEN', 'ACKNOWLEDGED', 'CLARIFYING', 'INTERIM') AS Bool) AS is_open,
    CAST(status = 'ANSWERED' AS Bool)                                        AS is_answered,
    topic_group,
    topic,
    top_groups,
    top_group_scores,
    urgency,
    place,
    needs_answer,
    needs_answer                                                             AS score,
    reasons,
    model_version,
    model_version                                                            AS rules_version,
    policy_id,
    policy_version,
    calendar_id,
    calendar_version,
    clock_started_at,
    first_response_due_at,
    answers,
    first_response_id,
    first_response_id                                                        AS first_answer_id,
    first_response_at,
    first_response_at                                                        AS first_answer_at,
    first_response_kind,
    first_response_text,
    first_response_text                                                      AS first_answer_text,
    first_response_millis,
    first_response_millis / 1000                                             AS first_response_seconds,
    first_response_millis / 3600000                                          AS first_response_hours,
    first_response_business_millis,
    first_response_business_millis / 1000                                    AS first_response_business_seconds,
    acknowledged_at,
    final_due_at,
    final_answer_id,
    final_answer_at,
    final_answer_text,
    final_millis,
    final_business_millis,
    outcome,
    template_answer,
    promised_until,
    overdue_metrics,
    first_breached_at,
    final_breached_at,
    escalation_level,
    transfers,
    reopened_at,
    unofficial_answers,
    follow_ups,
    closed_at,
    if(is_open AND answers = 0, dateDiff('second', published_at, now64(3, 'UTC')), NULL) AS waiting_seconds,
    updated_at,
    version
FROM appeal FINAL
WHERE NOT retracted
COMMENT 'Appeals as they stand now: what each is about, who owes the answer, by when, what came and what was missed; waiting time of those without any answer';

DROP VIEW v_agency_now ${on_cluster};

-- Answers that others got before are found across threads by job response: their share is that of all its days.
-- Shares count what was due: answered in time, or past its deadline, still silent or not. What may yet be
-- answered in time is left out; see the Wilson interval before ranking by a share of few.
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
    countIf(a.open AND a.final_overdue)                                   AS final_overdue_now,
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
        final_breached_at IS NULL AND final_answer_at IS NOT NULL AND final_due_at IS NOT NULL AS final_in_time,
        first_response_millis                                             AS response_millis,
        first_response_business_millis                                    AS business_millis,
        published_at
    FROM appeal FINAL
    WHERE NOT retracted AND agency_id != ''
    UNION ALL
    SELECT agency_id, agency_name, false, false, false, false, false, false, false, false, 0, false, false, false,
        false, NULL, NULL, toDateTime64(0, 3, 'UTC')
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
