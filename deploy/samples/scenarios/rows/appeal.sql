SELECT
    appeal_id,
    status,
    agency_id,
    policy_id,
    policy_version,
    first_response_due_at,
    first_response_at,
    first_response_kind,
    first_response_business_millis,
    final_answer_at,
    closed_at,
    answers,
    unofficial_answers,
    length(reopened_at) AS reopened,
    if(empty(overdue_metrics), 'none', arrayStringConcat(arraySort(overdue_metrics), ',')) AS overdue
FROM v_appeal
WHERE community_id = '{page}'
ORDER BY appeal_id
