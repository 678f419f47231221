SELECT subject_id, level, raised_at, cleared_at
FROM v_alert
WHERE kind = 'SPREAD' AND subject_id IN
    (SELECT suspicion_id FROM v_suspicion WHERE startsWith(claim_id, '{scenario}-'))
ORDER BY raised_at, subject_id, level
