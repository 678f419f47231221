-- Columns follow the record Audience. Two rows with one key are equal but for what was corrected: the last
-- one written stands.
CREATE TABLE audience ${on_cluster}
(
    community_id String,
    observed_at  DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    subscribers  Int64,
    reach_week   Nullable(Int64)
)
ENGINE = ${engine_prefix}ReplacingMergeTree
PARTITION BY toYYYYMM(observed_at)
ORDER BY (community_id, observed_at)
COMMENT 'Subscribers and weekly reach of pages, one row per observation';

-- A page counts on each day on which it was observed, with the day's last figure. Growth is against the last
-- figure up to a day, a month or a year before; NULL where none is older. Days are those of UTC.
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
COMMENT 'Subscribers of pages by day, and their growth in a day, a month and a year';

-- Pages come and go: a month counts the pages that were observed in it, so that the audience may grow while
-- their number falls.
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
        SELECT community_id, toStartOfMonth(observed_at) AS month, argMax(subscribers, observed_at) AS subscribers
        FROM audience FINAL
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
