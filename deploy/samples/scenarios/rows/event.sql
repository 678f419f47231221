SELECT appeal_id, at, type, metric, level, due_at, policy_version, cause_message_id
FROM v_appeal_event
WHERE community_id = '{page}' AND type != 'ROUTED'
ORDER BY appeal_id, at, type, metric, level, cause_message_id
