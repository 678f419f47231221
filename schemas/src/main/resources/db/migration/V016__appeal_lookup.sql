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
