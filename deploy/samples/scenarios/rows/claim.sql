SELECT claim_id, if(rating = '', 'none', rating) AS verdict
FROM v_claim
WHERE startsWith(claim_id, '{scenario}-')
ORDER BY claim_id
