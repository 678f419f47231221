-- Of each total: the latest snapshot that gives it, plus the changes after that moment. A change that
-- was delivered several times counts once, at its first delivery; of two snapshots of one instant the larger counts,
-- as in job engagement.
DROP VIEW v_counter ${on_cluster};

CREATE VIEW v_counter ${on_cluster} AS
SELECT
    community_id,
    message_id,
    max(f.at)                                                                                   AS observed_at,
    sumOrNullIf(f.views, f.at > f.views_from OR f.total AND f.at = f.views_from)                AS views,
    sumOrNullIf(f.likes, f.at > f.likes_from OR f.total AND f.at = f.likes_from)                AS likes,
    sumOrNullIf(f.reposts, f.at > f.reposts_from OR f.total AND f.at = f.reposts_from)          AS reposts,
    sumOrNullIf(f.comments, f.at > f.comments_from OR f.total AND f.at = f.comments_from)       AS comments
FROM
(
    SELECT
        *,
        maxIf(at, total AND views IS NOT NULL) OVER one_message    AS views_from,
        maxIf(at, total AND likes IS NOT NULL) OVER one_message    AS likes_from,
        maxIf(at, total AND reposts IS NOT NULL) OVER one_message  AS reposts_from,
        maxIf(at, total AND comments IS NOT NULL) OVER one_message AS comments_from
    FROM
    (
        SELECT
            community_id,
            message_id,
            c.kind = 'SNAPSHOT'                             AS total,
            if(total, toString(c.observed_at), c.event_id)  AS fact,
            min(c.observed_at)                              AS at,
            max(c.views)                                    AS views,
            max(c.likes)                                    AS likes,
            max(c.reposts)                                  AS reposts,
            max(c.comments)                                 AS comments
        FROM counter AS c
        GROUP BY community_id, message_id, total, fact
    )
    WINDOW one_message AS (PARTITION BY community_id, message_id)
) AS f
GROUP BY community_id, message_id
COMMENT 'One row per post or comment: its views, likes, reposts and comments now; NULL where never told';

-- A row for each page of the register, and each other one that lived, on every day since it is watched: who is silent is shown
-- too. That is since its first comment or audience, or since the register holds it, but not from before anything
-- was watched; a post tells nothing of it, for a pinned one is read years after. At most the last 400 days. What a page
-- published in a week is known once it is watched for seven days. The score is the percentage of the points that could be
-- had for what is known. Days are those of the pages' zones, of one without those of Moscow; a page has those in which the
-- register holds it.
DROP VIEW v_scorecard ${on_cluster};

CREATE VIEW v_scorecard ${on_cluster} AS
WITH
    (SELECT groupArray((component, least, points)) FROM (SELECT DISTINCT component, least, points FROM scorecard_step
        WHERE version = (SELECT max(version) FROM scorecard_step) ORDER BY component, least)) AS steps,
    arrayMap(c -> (c, arrayMax(arrayMap(s -> if(s.1 = c, s.3, 0), steps))), arrayDistinct(arrayMap(s -> s.1, steps))) AS most,
    (SELECT max(least) FROM scorecard_light WHERE name = 'green'
        AND version = (SELECT max(version) FROM scorecard_light)) AS green_from,
    (SELECT max(least) FROM scorecard_light WHERE name = 'yellow'
        AND version = (SELECT max(version) FROM scorecard_light)) AS yellow_from,
    (SELECT max(least) FROM scorecard_light WHERE name = 'known'
        AND version = (SELECT max(version) FROM scorecard_light)) AS known_from,
    -- When the register holds a page, by the clock on its wall, as all times are read here.
    zones AS
    (
        SELECT
            community_id,
            if(time_zone IN (SELECT time_zone FROM system.time_zones), time_zone, 'Europe/Moscow') AS zone,
            toDateTime64OrNull(toString(valid_from, zone), 3, 'UTC')                        AS held_from,
            toDateTime64OrNull(toString(valid_to, zone), 3, 'UTC')                          AS held_to
        FROM v_community
    ),
    observed AS
    (
        SELECT
            o.community_id                                                         AS community_id,
            toDateTime64(toString(o.observed_at, if(z.zone = '', 'Europe/Moscow', z.zone)), 3, 'UTC') AS seen_at,
            o.subscribers                                                          AS subscribers,
            o.reach_week                                                           AS reach_week
        FROM (SELECT community_id, observed_at, subscribers, reach_week FROM audience FINAL) AS o
        LEFT ANY JOIN zones AS z ON z.community_id = o.community_id
    ),
    lived AS
    (
        SELECT community_id, toDate(window_start + INTERVAL 12 HOUR) AS lived_on, sum(posts) AS posts, sum(views) AS views,
            sum(comments) AS comments
        FROM v_engagement
        WHERE size = 'DAY' AND dimension = 'COMMUNITY'
        GROUP BY community_id, lived_on
    ),
    week AS
    (
        SELECT community_id, lived_on + shift AS day, sum(posts) AS posts, sum(views) AS views
        FROM lived
        ARRAY JOIN range(7) AS shift
        GROUP BY community_id, day
    ),
    pages AS
    (
        SELECT
            community_id,
            minOrNullIf(day, told = 'WATCHED') AS watched,
            minOrNullIf(day, told = 'ENTRY')   AS entry,
            minOrNullIf(day, told = 'LIVED')   AS lived_first,
            maxOrNullIf(day, lives)            AS lived_last
        FROM
        (
            SELECT community_id, lived_on AS day, if(comments > 0, 'WATCHED', 'LIVED') AS told, true AS lives FROM lived
            UNION ALL
            SELECT community_id, toDate(seen_at), 'WATCHED', false FROM observed
            UNION ALL
            SELECT
                v.community_id,
                toDate(toDateTime64(toString(if(ifNull(v.valid_from < v.updated_at, false), assumeNotNull(v.valid_from), v.updated_at),
                    if(z.zone = '', 'Europe/Moscow', z.zone)), 3, 'UTC')),
                'ENTRY', false
            FROM community_version AS v
            LEFT ANY JOIN zones AS z ON z.community_id = v.community_id
        )
        GROUP BY community_id
    ),
    spans AS
    (
        SELECT
            community_id,
            min(watched) OVER ()     AS first_watched,
            max(lived_last) OVER ()  AS last_day,
            ifNull(entry, lived_first) AS held,
            multiIf(
                watched IS NULL, greatest(held, ifNull(first_watched, held)),
                entry IS NULL, watched,
                least(watched, greatest(entry, ifNull(first_watched, entry)))) AS since
        FROM pages
    ),
    days AS
    (
        SELECT
            community_id,
            assumeNotNull(since)                                                   AS watched_since,
            arrayJoin(arrayMap(n -> assumeNotNull(last_day) - n,
                range(toUInt32(greatest(0, least(400, 1 + dateDiff('day', watched_since, assumeNotNull(last_day)))))))) AS day
        FROM spans
        WHERE last_day IS NOT NULL
    ),
    facts AS
    (
        SELECT
            g.day                                                                  AS day,
            g.community_id                                                         AS community_id,
            if(g.day < g.watched_since + 6, NULL, toInt64(w.posts))                AS posts_week,
            if(a.community_id = '', NULL, a.subscribers)                           AS subscribers,
            if(a.community_id = '' OR a.subscribers = 0, NULL, a.reach_week / a.subscribers) AS reach_week_share,
            if(a.community_id = '' OR a.subscribers = 0 OR w.posts = 0, NULL,
                greatest(w.views, 0) / w.posts / a.subscribers)                    AS post_reach_share,
            p.connected                                                            AS connected,
            p.state_mark                                                           AS state_mark,
            p.avatar                                                               AS avatar,
            p.description                                                          AS description,
            p.cover                                                                AS cover,
            p.widgets                                                              AS widgets
        FROM days AS g
        LEFT JOIN week AS w ON w.community_id = g.community_id AND w.day = g.day
        ASOF LEFT JOIN (SELECT community_id, toDate(seen_at) AS from_day, argMax(subscribers, seen_at) AS subscribers,
                argMax(reach_week, seen_at) AS reach_week FROM observed GROUP BY community_id, from_day) AS a
            ON a.community_id = g.community_id AND a.from_day <= g.day
        ASOF LEFT JOIN (SELECT t.*, toDate(toDateTime64(toString(t.observed_at, if(z.zone = '', 'Europe/Moscow', z.zone)), 3, 'UTC')) AS from_day
                FROM (SELECT * FROM page_profile FINAL) AS t LEFT ANY JOIN zones AS z ON z.community_id = t.community_id) AS p
            ON p.community_id = g.community_id AND p.from_day <= g.day
    )
SELECT
    f.day                                                                          AS day,
    f.community_id                                                                 AS community_id,
    if(c.name = '', f.community_id, c.name)                                        AS community_name,
    if(c.platform = '', upper(splitByChar(':', f.community_id)[1]), c.platform)    AS platform,
    c.agency_id                                                                    AS agency_id,
    c.agency_name                                                                  AS agency_name,
    c.level                                                                        AS level,
    c.municipality                                                                 AS municipality,
    c.region                                                                       AS region,
    c.status                                                                       AS status,
    c.url                                                                          AS url,
    CAST(c.community_id != '' AS Bool)                                             AS registered,
    f.connected                                                                    AS connected,
    f.state_mark                                                                   AS state_mark,
    f.avatar                                                                       AS avatar,
    f.description                                                                  AS description,
    f.cover                                                                        AS cover,
    f.widgets                                                                      AS widgets,
    f.posts_week                                                                   AS posts_week,
    f.subscribers                                                                  AS subscribers,
    f.reach_week_share                                                             AS reach_week_share,
    f.post_reach_share                                                             AS post_reach_share,
    arrayMap(m -> (m.1, arrayFirst(v -> v.1 = m.1, [
            ('connected', toFloat64(f.connected)), ('state_mark', toFloat64(f.state_mark)),
            ('avatar', toFloat64(f.avatar)), ('description', toFloat64(f.description)),
            ('cover', toFloat64(f.cover)), ('widgets', toFloat64(f.widgets)),
            ('posts_week', toFloat64(f.posts_week)), ('reach_week_share', f.reach_week_share),
            ('post_reach_share', f.post_reach_share)]).2, m.2), most)              AS measured,
    CAST(arrayMap(m -> (m.1, m.2,
        if(m.2 IS NULL, NULL, toNullable(arrayMax(arrayMap(s -> if(s.1 = m.1 AND assumeNotNull(m.2) >= s.2, s.3, 0), steps)))),
        m.3), measured) AS Array(Tuple(component String, value Nullable(Float64), points Nullable(Float64), most Float64)))
                                                                                   AS components,
    arraySum(arrayMap(m -> ifNull(m.3, 0), components))                            AS points,
    arraySum(arrayMap(m -> if(m.3 IS NULL, 0, m.4), components))                   AS points_known,
    arraySum(arrayMap(m -> m.2, most))                                             AS points_most,
    if(points_known = 0, NULL, least(100, 100 * points / points_known))            AS score,
    points_known / points_most                                                     AS known_share,
    multiIf(score IS NULL OR known_share < known_from, 'UNKNOWN', score >= green_from, 'GREEN',
        score >= yellow_from, 'YELLOW', 'RED')                                     AS light
FROM facts AS f
LEFT JOIN v_community AS c ON c.community_id = f.community_id
LEFT JOIN zones AS h ON h.community_id = f.community_id
WHERE ifNull(toDateTime64(f.day, 3, 'UTC') + INTERVAL 1 DAY > h.held_from, true)
    AND ifNull(toDateTime64(f.day, 3, 'UTC') < h.held_to, true)
COMMENT '«Светофор»: what each official page has of what is asked of it, by day';

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
    -- Who had a page in the period, by the clock on the wall of the page.
    owners AS
    (
        SELECT p.period AS period, p.period_start AS period_start, h.agency_id AS agency_id,
            argMax(h.agency_name, h.since) AS agency_name, max(h.region) AS region
        FROM periods AS p
        CROSS JOIN
        (
            SELECT DISTINCT
                agency_id, agency_name, region,
                if(time_zone IN (SELECT time_zone FROM system.time_zones), time_zone, 'Europe/Moscow') AS zone,
                toDateTime64OrNull(toString(counts_from, zone), 3, 'UTC')                    AS held_from,
                toDateTime64OrNull(toString(counts_to, zone), 3, 'UTC')                      AS held_to,
                toDateTime64OrNull(toString(valid_to, zone), 3, 'UTC')                       AS until,
                if(valid_from = min(valid_from) OVER (PARTITION BY community_id), toDateTime64(0, 3, 'UTC'),
                    toDateTime64(toString(valid_from, zone), 3, 'UTC'))                      AS since
            FROM v_community_history
            WHERE agency_id != ''
        ) AS h
        WHERE ifNull(h.until > p.period_start, true) AND ifNull(h.held_to > p.period_start, true)
            AND h.since < if(p.period = 'MONTH', addMonths(p.period_start, 1), addMonths(p.period_start, 12))
            AND ifNull(h.held_from < if(p.period = 'MONTH', addMonths(p.period_start, 1), addMonths(p.period_start, 12)), true)
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
