CREATE VIEW v_agency_now ${on_cluster} AS
SELECT
    agency_id,
    any(a.agency_name)                                            AS agency_name,
    countIf(a.is_open)                                            AS open,
    countIf(a.is_answered)                                        AS answered,
    countIf(a.status = 'WITHDRAWN')                               AS withdrawn,
    quantileExactIf(0.5)(a.first_response_seconds, a.is_answered) AS median_first_response_seconds,
    max(a.waiting_seconds)                                        AS longest_waiting_seconds
FROM v_appeal AS a
GROUP BY agency_id
COMMENT 'One row per authority: open and answered appeals, median calendar time to the first answer';
