SELECT claim_id, rating
FROM v_claim
WHERE startsWith(claim_id, '{scenario}-')
ORDER BY claim_id
