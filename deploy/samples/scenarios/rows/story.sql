SELECT
    suspicion_id,
    claim_id,
    status,
    copies,
    pages,
    resurfaced,
    rating,
    first_at,
    refutation_id,
    in_time,
    seconds_to_refutation
FROM v_suspicion
WHERE startsWith(claim_id, '{scenario}-')
ORDER BY first_at, suspicion_id
