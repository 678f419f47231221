WITH december AS
(
    SELECT
        platform,
        sum(pages)                   AS p,
        sum(subscribers)             AS s,
        sum(pages_year_before)       AS p_before,
        sum(subscribers_year_before) AS s_before
    FROM v_audience_month
    WHERE month = '2024-12-01' AND startsWith(agency_id, '{scenario}-')
    GROUP BY GROUPING SETS ((platform), ())
)
SELECT
    if(platform = '', 'all', platform)   AS of,
    p                                    AS pages,
    s                                    AS subscribers,
    p_before                             AS pages_year_before,
    s_before                             AS subscribers_year_before,
    round(100 * (s / s_before - 1), 1)   AS growth_percent
FROM december
ORDER BY platform = '', platform
