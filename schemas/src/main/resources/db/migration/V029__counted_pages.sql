-- Pages that were taken out of the register no longer count from then on; what was observed before stays.
DROP VIEW v_audience ${on_cluster};

CREATE VIEW v_audience ${on_cluster} AS
WITH daily AS
(
    SELECT
        community_id,
        toDate(observed_at)                                AS day,
        argMax(subscribers, observed_at)                   AS subscribers,
        argMaxIf(reach_week, observed_at, reach_week IS NOT NULL) AS reach_week
    FROM audience FINAL
    GROUP BY community_id, day
)
SELECT
    a.day                                                  AS day,
    a.community_id                                         AS community_id,
    if(c.platform = '', upper(splitByChar(':', a.community_id)[1]), c.platform) AS platform,
    if(c.name = '', a.community_id, c.name)                AS community_name,
    c.agency_id                                            AS agency_id,
    c.agency_name                                          AS agency_name,
    c.level                                                AS level,
    c.sphere                                               AS sphere,
    c.municipality                                         AS municipality,
    c.region                                               AS region,
    CAST(c.community_id != '' AS Bool)                     AS registered,
    a.subscribers                                          AS subscribers,
    a.reach_week                                           AS reach_week,
    if(a.subscribers = 0, NULL, a.reach_week / a.subscribers) AS reach_week_share,
    if(d.community_id = '', NULL, a.subscribers - d.subscribers) AS growth_day,
    if(m.community_id = '', NULL, a.subscribers - m.subscribers) AS growth_month,
    if(y.community_id = '', NULL, a.subscribers - y.subscribers) AS growth_year,
    if(m.community_id = '' OR m.subscribers = 0, NULL, (a.subscribers - m.subscribers) / m.subscribers) AS growth_month_share,
    if(y.community_id = '' OR y.subscribers = 0, NULL, (a.subscribers - y.subscribers) / y.subscribers) AS growth_year_share
FROM daily AS a
LEFT JOIN v_community AS c ON c.community_id = a.community_id
ASOF LEFT JOIN (SELECT community_id, subscribers, day + INTERVAL 1 DAY AS from_day FROM daily) AS d
    ON d.community_id = a.community_id AND d.from_day <= a.day
ASOF LEFT JOIN (SELECT community_id, subscribers, day + INTERVAL 1 MONTH AS from_day FROM daily) AS m
    ON m.community_id = a.community_id AND m.from_day <= a.day
ASOF LEFT JOIN (SELECT community_id, subscribers, day + INTERVAL 1 YEAR AS from_day FROM daily) AS y
    ON y.community_id = a.community_id AND y.from_day <= a.day
WHERE ifNull(toDateTime64(a.day, 3, 'UTC') + INTERVAL 1 DAY > c.valid_from, true)
    AND ifNull(toDateTime64(a.day, 3, 'UTC') < c.valid_to, true)
COMMENT 'Subscribers of pages by day, and their growth in a day, a month and a year';

DROP VIEW v_audience_month ${on_cluster};

CREATE VIEW v_audience_month ${on_cluster} AS
WITH monthly AS
(
    SELECT
        month,
        if(c.platform = '', upper(splitByChar(':', a.community_id)[1]), c.platform) AS platform,
        c.region              AS region,
        c.municipality        AS municipality,
        c.agency_id           AS agency_id,
        toInt64(count())      AS pages,
        sum(a.subscribers)    AS subscribers
    FROM
    (
        SELECT o.community_id AS community_id, toStartOfMonth(o.observed_at) AS month,
            argMax(o.subscribers, o.observed_at) AS subscribers
        FROM (SELECT community_id, observed_at, subscribers FROM audience FINAL) AS o
        LEFT ANY JOIN v_community AS r ON r.community_id = o.community_id
        WHERE ifNull(o.observed_at >= r.valid_from, true) AND ifNull(o.observed_at < r.valid_to, true)
        GROUP BY community_id, month
    ) AS a
    LEFT JOIN v_community AS c ON c.community_id = a.community_id
    GROUP BY month, platform, region, municipality, agency_id
)
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
    SELECT month + toIntervalMonth(shift) AS month, platform, region, municipality, agency_id, pages AS n, subscribers AS s, shift AS back
    FROM monthly
    ARRAY JOIN [0, 1, 12] AS shift
)
WHERE month <= (SELECT max(month) FROM monthly)
GROUP BY month, platform, region, municipality, agency_id
COMMENT 'Pages and subscribers by month, platform, municipality and agency, beside those of a month and a year before';

-- A row for each page of the register, and each other one that lived, on every day between the first and the last with
-- any engagement: who is silent is shown too. The score is the percentage of the points that could be had for what
-- is known. Days are those of the pages; a page has those in which the register holds it.
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
    lived AS
    (
        SELECT community_id, toDate(window_start + INTERVAL 12 HOUR) AS lived_on, sum(posts) AS posts, sum(views) AS views
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
    days AS
    (
        SELECT arrayJoin(arrayMap(n -> min(lived_on) + n, range(toUInt32(max(lived_on) - min(lived_on)) + 1))) AS day
        FROM lived
        HAVING count() > 0
    ),
    pages AS
    (
        SELECT community_id FROM lived
        UNION DISTINCT
        SELECT community_id FROM community
    ),
    facts AS
    (
        SELECT
            g.day                                                                  AS day,
            g.community_id                                                         AS community_id,
            toInt64(w.posts)                                                       AS posts_week,
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
        FROM (SELECT community_id, day FROM pages CROSS JOIN days) AS g
        LEFT JOIN week AS w ON w.community_id = g.community_id AND w.day = g.day
        ASOF LEFT JOIN (SELECT community_id, toDate(observed_at) AS from_day, argMax(subscribers, observed_at) AS subscribers,
                argMax(reach_week, observed_at) AS reach_week FROM audience FINAL GROUP BY community_id, from_day) AS a
            ON a.community_id = g.community_id AND a.from_day <= g.day
        ASOF LEFT JOIN (SELECT *, toDate(observed_at) AS from_day FROM page_profile FINAL) AS p
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
            ('posts_week', toNullable(toFloat64(f.posts_week))), ('reach_week_share', f.reach_week_share),
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
WHERE ifNull(toDateTime64(f.day, 3, 'UTC') + INTERVAL 1 DAY > c.valid_from, true)
    AND ifNull(toDateTime64(f.day, 3, 'UTC') < c.valid_to, true)
COMMENT '«Светофор»: what each official page has of what is asked of it, by day';
