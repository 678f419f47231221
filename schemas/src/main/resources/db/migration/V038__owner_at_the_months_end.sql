-- One row per page and month: its subscribers, and whose it was when the month ended (or is, in the month that runs). A page counts in a
-- month with its last figure of it. One that is not observed in it yet keeps the last one before, for 31 days and
-- while the register holds it: otherwise a new month would begin with the one page that was observed first. Months are
-- those of the page's zone; of one without, Moscow's. What the register held first holds for all time before.
CREATE VIEW v_page_month ${on_cluster} AS
WITH
    (SELECT max(observed_at) FROM audience) AS latest,
    pages AS
    (
        SELECT
            community_id, valid_from, valid_to,
            if(time_zone IN (SELECT time_zone FROM system.time_zones), time_zone, 'Europe/Moscow') AS zone
        FROM v_community
    ),
    observed AS
    (
        SELECT
            o.community_id                                                        AS community_id,
            if(r.zone = '', 'Europe/Moscow', r.zone)                              AS page_zone,
            toDateTime64(toString(o.observed_at, page_zone), 3, 'UTC')            AS seen_at,
            toDateTime64(toString(latest, page_zone), 3, 'UTC')                   AS latest_at,
            toDateTime64OrNull(toString(r.valid_to, page_zone), 3, 'UTC')         AS held_to,
            o.subscribers                                                         AS subscribers
        FROM (SELECT community_id, observed_at, subscribers FROM audience FINAL) AS o
        LEFT ANY JOIN pages AS r ON r.community_id = o.community_id
        WHERE ifNull(o.observed_at >= r.valid_from, true) AND ifNull(o.observed_at < r.valid_to, true)
    ),
    -- By the clock on the wall of the page.
    own AS
    (
        SELECT
            community_id,
            toStartOfMonth(seen_at)       AS own_month,
            argMax(subscribers, seen_at)  AS subscribers,
            max(seen_at)                  AS last_at,
            any(latest_at)                AS until,
            any(held_to)                  AS held
        FROM observed
        GROUP BY community_id, own_month
    ),
    carried AS
    (
        SELECT community_id, own_month + toIntervalMonth(ahead) AS month, argMin(subscribers, ahead) AS subscribers
        FROM own
        ARRAY JOIN [0, 1, 2] AS ahead
        WHERE ahead = 0
            OR (last_at + INTERVAL 31 DAY >= least(until, toDateTime64(month + INTERVAL 1 MONTH, 3, 'UTC'))
                AND ifNull(held > toDateTime64(month, 3, 'UTC'), true))
        GROUP BY community_id, month
    ),
    -- Versions of the register's entries, by the clock on the wall of the page.
    versions AS
    (
        SELECT
            community_id, platform, region, municipality, agency_id,
            if(time_zone IN (SELECT time_zone FROM system.time_zones), time_zone, 'Europe/Moscow') AS zone,
            if(valid_from = min(valid_from) OVER (PARTITION BY community_id),
                toDateTime64(0, 3, 'UTC'), toDateTime64(toString(valid_from, zone), 3, 'UTC'))  AS since
        FROM v_community_history
    )
SELECT
    a.community_id        AS community_id,
    a.month               AS month,
    if(v.platform = '', upper(splitByChar(':', a.community_id)[1]), v.platform) AS platform,
    v.region              AS region,
    v.municipality        AS municipality,
    v.agency_id           AS agency_id,
    a.subscribers         AS subscribers
FROM
(
    SELECT community_id, month, subscribers, toDateTime64(month + INTERVAL 1 MONTH, 3, 'UTC') AS month_end
    FROM carried
    WHERE month <= (SELECT max(own_month) FROM own)
) AS a
ASOF LEFT JOIN versions AS v ON v.community_id = a.community_id AND a.month_end > v.since
COMMENT 'Subscribers of each page by month, and the authority that had it when the month ended';

DROP VIEW v_audience_month ${on_cluster};

CREATE VIEW v_audience_month ${on_cluster} AS
SELECT
    month,
    platform,
    region,
    municipality,
    agency_id,
    sumIf(n, back = 0)  AS pages,
    sumIf(s, back = 0)  AS subscribers,
    sumIf(n, back = 1)  AS pages_month_before,
    sumIf(s, back = 1)  AS subscribers_month_before,
    sumIf(n, back = 12) AS pages_year_before,
    sumIf(s, back = 12) AS subscribers_year_before
FROM
(
    SELECT
        m.month + toIntervalMonth(shift) AS month, platform, region, municipality, agency_id,
        toInt64(count()) AS n, sum(m.subscribers) AS s, shift AS back
    FROM v_page_month AS m
    ARRAY JOIN [0, 1, 12] AS shift
    GROUP BY month, platform, region, municipality, agency_id, back
)
GROUP BY month, platform, region, municipality, agency_id
HAVING month <= (SELECT max(month) FROM v_page_month)
COMMENT 'Pages and subscribers by month, platform, municipality and agency, beside those of a month and a year before';

-- One row per authority and calendar month or year, by the days of the pages: every authority that was asked, lived or
-- has a page in the register then; who did nothing has zeros. Shares count what was due; the Wilson bounds (95 %) stand
-- for shares of few. Times merge the bins of the days, so that they are percentiles of all first responses; an appeal
-- that nobody answered counts as slower than all, and a percentile that falls on one is NULL. A ratio divides what the
-- pages with views (or with a known audience) gained by their views (or subscribers), never by those of other
-- pages. Growth compares the pages whose audience is known at both ends. A page counts while the register holds it. Every
-- figure opens by v_rating_fact.
DROP VIEW v_rating ${on_cluster};

CREATE VIEW v_rating ${on_cluster} AS
WITH
    1.96 AS z,
    tuple(toInt64(0), toInt64(0), toInt64(0), toInt64(0), toInt64(0), toInt64(0), toInt64(0), toInt64(0), toInt64(0), toInt64(0),
        toInt64(0)) AS nothing,
    (part, whole) -> if(whole = 0, NULL, greatest(0, (part + z * z / 2) / (whole + z * z)
        - z / (whole + z * z) * sqrt(greatest(0, part * (whole - part) / whole) + z * z / 4))) AS wilson_low,
    (part, whole) -> if(whole = 0, NULL, least(1, (part + z * z / 2) / (whole + z * z)
        + z / (whole + z * z) * sqrt(greatest(0, part * (whole - part) / whole) + z * z / 4))) AS wilson_high,
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
            span.1                                         AS period,
            span.2                                         AS period_start,
            agency_id,
            quantileExactWeighted(0.5)(seconds, appeals)   AS p50,
            quantileExactWeighted(0.9)(seconds, appeals)   AS p90
        FROM
        (
            SELECT window_start, dimension_id AS agency_id, seconds, toUInt64(responses) AS appeals
            FROM v_response_time
            WHERE size = 'DAY' AND dimension = 'AGENCY' AND time = 'CALENDAR'
            UNION ALL
            SELECT window_start, dimension_id AS agency_id, inf AS seconds, toUInt64(first_silent) AS appeals
            FROM v_response_window
            WHERE size = 'DAY' AND dimension = 'AGENCY' AND first_silent > 0
        )
        ARRAY JOIN [('MONTH', toStartOfMonth(window_start + INTERVAL 12 HOUR)),
                    ('YEAR', toStartOfYear(window_start + INTERVAL 12 HOUR))] AS span
        GROUP BY period, period_start, agency_id
    ),
    -- When each page of the register counts.
    register AS
    (
        SELECT community_id, valid_from, valid_to
        FROM v_community
        WHERE agency_id != ''
    ),
    lived AS
    (
        SELECT
            span.1                                         AS period,
            span.2                                         AS period_start,
            e.agency_id                                    AS agency_id,
            e.community_id                                 AS community_id,
            max(e.region)                                  AS region,
            sum(e.posts)                                   AS posts,
            sum(e.posts_video + e.posts_clip + e.posts_poll) AS posts_other_forms,
            sum(e.comments)                                AS comments,
            sum(e.views)                                   AS views,
            sum(e.interactions)                            AS interactions
        FROM v_engagement AS e
        LEFT ANY JOIN register AS r ON r.community_id = e.community_id
        ARRAY JOIN [('MONTH', toStartOfMonth(e.window_start + INTERVAL 12 HOUR)),
                    ('YEAR', toStartOfYear(e.window_start + INTERVAL 12 HOUR))] AS span
        WHERE e.size = 'DAY' AND e.dimension = 'COMMUNITY' AND e.agency_id != ''
            AND ifNull(r.valid_from < e.window_end, true) AND ifNull(r.valid_to > e.window_start, true)
        GROUP BY period, period_start, agency_id, community_id
    ),
    -- Whose a page was when the month ended: an authority keeps its past when a page leaves it.
    monthly AS
    (
        SELECT agency_id, community_id, month, subscribers
        FROM v_page_month
        WHERE agency_id != ''
    ),
    -- Beside each month's figure those of a month and a year before. A period ends with the authority's last month in it.
    followers AS
    (
        SELECT span.1 AS period, span.2 AS period_start, agency_id, community_id, now,
            if(period = 'MONTH', month_before, year_before) AS before,
            if(period = 'MONTH', month_before_known, year_before_known) AS before_known
        FROM
        (
            SELECT
                agency_id,
                community_id,
                addMonths(m.month, shift)                  AS at,
                sumIf(m.subscribers, shift = 0)            AS now,
                sumIf(m.subscribers, shift = 1)            AS month_before,
                sumIf(m.subscribers, shift = 12)           AS year_before,
                countIf(shift = 1) > 0                     AS month_before_known,
                countIf(shift = 12) > 0                    AS year_before_known
            FROM monthly AS m
            ARRAY JOIN [0, 1, 12] AS shift
            GROUP BY agency_id, community_id, at
            HAVING countIf(shift = 0) > 0
        )
        ARRAY JOIN [('MONTH', at), ('YEAR', toStartOfYear(at))] AS span
        QUALIFY at = max(at) OVER (PARTITION BY span.1, span.2, agency_id)
    ),
    pages AS
    (
        SELECT
            period,
            period_start,
            agency_id,
            max(in_region)                                 AS region,
            sum(p.posts)                                   AS posts,
            sum(p.posts_other_forms)                       AS posts_other_forms,
            sum(p.comments)                                AS comments,
            sum(p.views)                                   AS views,
            sum(p.interactions)                            AS interactions,
            sumIf(p.views, p.views > 0)                    AS viewed,
            sumIf(p.interactions, p.views > 0)             AS interactions_viewed,
            sumIf(p.interactions, p.followed)              AS interactions_followed,
            sum(p.now)                                     AS subscribers,
            sumIf(p.now, p.before_known)                   AS subscribers_of_known,
            sumIf(p.before, p.before_known)                AS subscribers_before
        FROM
        (
            SELECT period, period_start, agency_id, community_id, max(region) AS in_region, sum(posts) AS posts,
                sum(posts_other_forms) AS posts_other_forms, sum(comments) AS comments, sum(views) AS views,
                sum(interactions) AS interactions, max(followed) AS followed, sum(now) AS now, sum(before) AS before,
                max(before_known) AS before_known
            FROM
            (
                SELECT period, period_start, agency_id, community_id, region, posts, posts_other_forms, comments, views,
                    interactions, false AS followed, 0 AS now, 0 AS before, false AS before_known
                FROM lived
                UNION ALL
                SELECT period, period_start, agency_id, community_id, '' AS region, 0 AS posts, 0 AS posts_other_forms,
                    0 AS comments, 0 AS views, 0 AS interactions, true AS followed, now, before, before_known
                FROM followers
            )
            GROUP BY period, period_start, agency_id, community_id
        ) AS p
        GROUP BY period, period_start, agency_id
    ),
    -- The periods that anything is known of; repeated rows do no harm here.
    periods AS
    (
        SELECT DISTINCT span.1 AS period, span.2 AS period_start
        FROM
        (
            SELECT DISTINCT toStartOfMonth(window_start + INTERVAL 12 HOUR) AS month
            FROM response_window WHERE size = 'DAY' AND dimension = 'AGENCY'
            UNION ALL
            SELECT DISTINCT toStartOfMonth(window_start + INTERVAL 12 HOUR) AS month
            FROM engagement WHERE size = 'DAY' AND dimension = 'COMMUNITY' AND agency_id != ''
        )
        ARRAY JOIN [('MONTH', month), ('YEAR', toStartOfYear(month))] AS span
    ),
    -- Who had a page in the period.
    owners AS
    (
        SELECT p.period AS period, p.period_start AS period_start, h.agency_id AS agency_id,
            argMax(h.agency_name, h.since) AS agency_name, max(h.region) AS region
        FROM periods AS p
        CROSS JOIN
        (
            SELECT DISTINCT agency_id, agency_name, region, counts_from, counts_to, valid_to,
                if(valid_from = min(valid_from) OVER (PARTITION BY community_id), toDateTime64(0, 3, 'UTC'), valid_from) AS since
            FROM v_community_history
            WHERE agency_id != ''
        ) AS h
        WHERE ifNull(h.valid_to > p.period_start, true) AND ifNull(h.counts_to > p.period_start, true)
            AND h.since < if(p.period = 'MONTH', addMonths(p.period_start, 1), addMonths(p.period_start, 12))
            AND ifNull(h.counts_from < if(p.period = 'MONTH', addMonths(p.period_start, 1), addMonths(p.period_start, 12)), true)
        GROUP BY period, period_start, agency_id
    ),
    -- Everything of an authority in one row: each part is read once.
    whole AS
    (
        SELECT
            period, period_start, agency_id,
            argMax(name, (name != '', name != agency_id)) AS agency_name, max(in_region) AS region,
            sum(opened) AS opened, sum(answered) AS answered, sum(reopened) AS reopened, sum(first_due) AS first_due,
            sum(first_in_time) AS first_in_time, sum(first_silent) AS first_silent, sum(final_due) AS final_due,
            sum(final_in_time) AS final_in_time, sum(first_responses) AS first_responses,
            sum(template_answers) AS template_answers, sum(p50) AS p50, sum(p90) AS p90,
            sum(f.1) AS posts, sum(f.2) AS posts_other_forms, sum(f.3) AS comments, sum(f.4) AS views, sum(f.5) AS interactions,
            sum(f.6) AS viewed, sum(f.7) AS interactions_viewed, sum(f.8) AS interactions_followed, sum(f.9) AS subscribers,
            sum(f.10) AS subscribers_of_known, sum(f.11) AS subscribers_before
        FROM
        (
            SELECT period, period_start, agency_id, agency_name AS name, region AS in_region, opened, answered, reopened,
                first_due, first_in_time, first_silent, final_due, final_in_time, first_responses, template_answers,
                0. AS p50, 0. AS p90, nothing AS f
            FROM answers
            UNION ALL
            SELECT period, period_start, agency_id, '' AS name, '' AS in_region, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, p50, p90, nothing
            FROM times
            UNION ALL
            SELECT period, period_start, agency_id, '' AS name, region AS in_region, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0., 0.,
                (posts, posts_other_forms, comments, views, interactions, viewed, interactions_viewed, interactions_followed,
                    subscribers, subscribers_of_known, subscribers_before)
            FROM pages
            UNION ALL
            SELECT period, period_start, agency_id, agency_name AS name, region AS in_region, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0., 0.,
                nothing
            FROM owners
        )
        GROUP BY period, period_start, agency_id
    )
SELECT
    k.period                                                                       AS period,
    k.period_start                                                                 AS period_start,
    k.agency_id                                                                    AS agency_id,
    if(k.agency_name = '', k.agency_id, k.agency_name)                             AS agency_name,
    k.region                                                                       AS region,
    k.opened                                                                       AS opened,
    k.answered                                                                     AS answered,
    k.reopened                                                                     AS reopened,
    k.first_due                                                                    AS first_due,
    k.first_in_time                                                                AS first_in_time,
    k.first_silent                                                                 AS first_silent,
    k.first_in_time / nullIf(k.first_due, 0)                                       AS first_in_time_share,
    wilson_low(k.first_in_time, k.first_due)                                       AS first_in_time_share_low,
    wilson_high(k.first_in_time, k.first_due)                                      AS first_in_time_share_high,
    k.final_due                                                                    AS final_due,
    k.final_in_time / nullIf(k.final_due, 0)                                       AS final_in_time_share,
    wilson_low(k.final_in_time, k.final_due)                                       AS final_in_time_share_low,
    if(k.first_responses = 0 OR isInfinite(k.p50), NULL, k.p50)                    AS first_response_p50_seconds,
    if(k.first_responses = 0 OR isInfinite(k.p90), NULL, k.p90)                    AS first_response_p90_seconds,
    k.reopened / nullIf(k.answered, 0)                                             AS reopen_share,
    wilson_high(least(k.reopened, k.answered), k.answered)                         AS reopen_share_high,
    k.template_answers / nullIf(k.first_responses, 0)                              AS template_share,
    wilson_high(least(k.template_answers, k.first_responses), k.first_responses)   AS template_share_high,
    k.posts                                                                        AS posts,
    k.posts_other_forms / nullIf(k.posts, 0)                                       AS other_forms_share,
    k.comments                                                                     AS comments,
    k.views                                                                        AS views,
    k.interactions                                                                 AS interactions,
    k.interactions_viewed / nullIf(k.viewed, 0)                                    AS er_by_views,
    if(k.subscribers = 0, NULL, k.interactions_followed / k.subscribers)           AS er_by_subs,
    nullIf(k.subscribers, 0)                                                       AS subscribers,
    nullIf(k.subscribers_before, 0)                                                AS subscribers_before,
    if(k.subscribers_before = 0, NULL, k.subscribers_of_known / k.subscribers_before - 1) AS subscribers_growth
FROM whole AS k
INNER JOIN periods AS d ON d.period = k.period AND d.period_start = k.period_start
COMMENT 'How authorities answered and kept their pages alive, by calendar month and year';
