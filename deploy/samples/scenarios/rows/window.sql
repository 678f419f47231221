SELECT
    window_start,
    opened,
    open,
    answered,
    acknowledged_unfinished,
    reopened,
    first_due,
    first_in_time,
    first_overdue,
    first_silent,
    final_overdue,
    first_responses,
    round(first_response_mean_seconds) AS first_response_mean_seconds
FROM v_response_window
WHERE size = 'DAY' AND dimension = 'COMMUNITY' AND dimension_id = '{page}'
    AND opened + answered + reopened + first_due + final_due > 0
ORDER BY window_start
