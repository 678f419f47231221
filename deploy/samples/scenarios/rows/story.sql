SELECT
    suspicion_id,
    claim_id,
    status,
    copies,
    pages,
    resurfaced,
    rating,
    first_at,
    in_time,
    seconds_to_refutation,
    refutation_id
FROM v_suspicion
WHERE startsWith(claim_id, '{scenario}-')
ORDER BY first_at, suspicion_id
