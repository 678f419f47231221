SELECT subject_id, kind, metric, level, due_at, raised_at, cleared_at, late_millis
FROM v_alert
WHERE community_id = '{page}'
ORDER BY subject_id, raised_at, kind, metric, level
