-- One row per authority and calendar month or year, by the days of the pages. Shares count what was due; see
-- the Wilson interval (95 %) before ranking by a share of few. Times merge the bins of the days, so that they
-- are percentiles of all first responses. Every figure opens down to the days of v_response_window and
-- v_engagement, and those to v_appeal_event and v_message.
CREATE VIEW v_rating ${on_cluster} AS
WITH
    1.96 AS z,
    answers AS
    (
        SELECT
            span.1                        AS period,
            span.2                        AS period_start,
            dimension_id                    AS agency_id,
            argMax(dimension_name, window_start) AS agency_name,
            argMax(region, window_start)    AS region,
            sum(opened)                     AS opened,
            sum(answered)                   AS answered,
            sum(reopened)                   AS reopened,
            sum(first_due)                  AS first_due,
            sum(first_in_time)              AS first_in_time,
            sum(first_silent)               AS first_silent,
            sum(final_due)                  AS final_due,
            sum(final_in_time)              AS final_in_time,
            sum(first_responses)            AS first_responses,
            sum(template_answers)           AS template_answers
        FROM v_response_window
        ARRAY JOIN [('MONTH', toStartOfMonth(window_start + INTERVAL 12 HOUR)),
                    ('YEAR', toStartOfYear(window_start + INTERVAL 12 HOUR))] AS span
        WHERE size = 'DAY' AND dimension = 'AGENCY'
        GROUP BY period, period_start, agency_id
    ),
    times AS
    (
        SELECT
            span.1                                           AS period,
            span.2                                           AS period_start,
            dimension_id                                       AS agency_id,
            quantileExactWeighted(0.5)(seconds, responses)     AS p50,
            quantileExactWeighted(0.9)(seconds, responses)     AS p90
        FROM v_response_time
        ARRAY JOIN [('MONTH', toStartOfMonth(window_start + INTERVAL 12 HOUR)),
                    ('YEAR', toStartOfYear(window_start + INTERVAL 12 HOUR))] AS span
        WHERE size = 'DAY' AND dimension = 'AGENCY' AND time = 'CALENDAR'
        GROUP BY period, period_start, agency_id
    ),
    pages AS
    (
        SELECT
            span.1                                           AS period,
            span.2                                           AS period_start,
            dimension_id                                       AS agency_id,
            argMax(dimension_name, window_start)               AS agency_name,
            argMax(region, window_start)                       AS region,
            sum(posts)                                         AS posts,
            sum(posts_video + posts_clip + posts_poll)         AS posts_other_forms,
            sum(comments)                                      AS comments,
            sum(views)                                         AS views,
            sum(interactions)                                  AS interactions
        FROM v_engagement
        ARRAY JOIN [('MONTH', toStartOfMonth(window_start + INTERVAL 12 HOUR)),
                    ('YEAR', toStartOfYear(window_start + INTERVAL 12 HOUR))] AS span
        WHERE size = 'DAY' AND dimension = 'AGENCY'
        GROUP BY period, period_start, agency_id
    ),
    audience AS
    (
        SELECT
            period,
            period_start,
            agency_id,
            argMax(s, month)                                   AS subscribers,
            argMax(before, month)                              AS subscribers_before
        FROM
        (
            SELECT
                span.1                                          AS period,
                span.2                                          AS period_start,
                month,
                agency_id,
                sum(subscribers)                               AS s,
                if(period = 'MONTH', sum(subscribers_month_before), sum(subscribers_year_before)) AS before
            FROM v_audience_month
            ARRAY JOIN [('MONTH', month), ('YEAR', toStartOfYear(month))] AS span
            WHERE agency_id != ''
            GROUP BY period, period_start, month, agency_id
        )
        GROUP BY period, period_start, agency_id
    ),
    agencies AS
    (
        SELECT period, period_start, agency_id, argMax(agency_name, agency_name != agency_id) AS agency_name,
               max(region) AS region
        FROM
        (
            SELECT period, period_start, agency_id, agency_name, region FROM answers
            UNION ALL
            SELECT period, period_start, agency_id, agency_name, region FROM pages
        )
        GROUP BY period, period_start, agency_id
    )
SELECT
    k.period                                                                       AS period,
    k.period_start                                                                 AS period_start,
    k.agency_id                                                                    AS agency_id,
    k.agency_name                                                                  AS agency_name,
    k.region                                                                       AS region,
    a.opened                                                                       AS opened,
    a.answered                                                                     AS answered,
    a.reopened                                                                     AS reopened,
    a.first_due                                                                    AS first_due,
    a.first_in_time                                                                AS first_in_time,
    a.first_silent                                                                 AS first_silent,
    a.first_in_time / nullIf(a.first_due, 0)                                       AS first_in_time_share,
    if(a.first_due = 0, NULL, greatest(0, (a.first_in_time + z * z / 2) / (a.first_due + z * z)
        - z / (a.first_due + z * z)
            * sqrt(a.first_in_time * (a.first_due - a.first_in_time) / a.first_due + z * z / 4)))
                                                                                   AS first_in_time_share_low,
    if(a.first_due = 0, NULL, least(1, (a.first_in_time + z * z / 2) / (a.first_due + z * z)
        + z / (a.first_due + z * z)
            * sqrt(a.first_in_time * (a.first_due - a.first_in_time) / a.first_due + z * z / 4)))
                                                                                   AS first_in_time_share_high,
    a.final_due                                                                    AS final_due,
    a.final_in_time / nullIf(a.final_due, 0)                                       AS final_in_time_share,
    if(a.first_responses = 0, NULL, t.p50)                                         AS first_response_p50_seconds,
    if(a.first_responses = 0, NULL, t.p90)                                         AS first_response_p90_seconds,
    a.reopened / nullIf(a.answered, 0)                                             AS reopen_share,
    a.template_answers / nullIf(a.first_responses, 0)                              AS template_share,
    p.posts                                                                        AS posts,
    p.posts_other_forms / nullIf(p.posts, 0)                                       AS other_forms_share,
    p.views                                                                        AS views,
    p.interactions                                                                 AS interactions,
    p.interactions / nullIf(greatest(p.views, 0), 0)                               AS er_by_views,
    p.interactions / nullIf(u.subscribers, 0)                                      AS er_by_subs,
    nullIf(u.subscribers, 0)                                                       AS subscribers,
    if(u.subscribers_before = 0, NULL, u.subscribers / u.subscribers_before - 1)   AS subscribers_growth
FROM agencies AS k
LEFT JOIN answers AS a ON a.period = k.period AND a.period_start = k.period_start AND a.agency_id = k.agency_id
LEFT JOIN times AS t ON t.period = k.period AND t.period_start = k.period_start AND t.agency_id = k.agency_id
LEFT JOIN pages AS p ON p.period = k.period AND p.period_start = k.period_start AND p.agency_id = k.agency_id
LEFT JOIN audience AS u ON u.period = k.period AND u.period_start = k.period_start AND u.agency_id = k.agency_id
COMMENT 'How authorities answered and kept their pages alive, by calendar month and year';
