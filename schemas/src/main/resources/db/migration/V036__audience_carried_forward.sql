-- A page counts in a month with its last figure of it. One that is not observed in it yet keeps the last one before, for 31 days and
-- while the register holds it: otherwise a new month would begin with the one page that was observed first. Months are
-- those of the page's zone; of one without, Moscow's.
DROP VIEW v_audience_month ${on_cluster};

CREATE VIEW v_audience_month ${on_cluster} AS
WITH
    (SELECT max(observed_at) FROM audience) AS latest,
    pages AS
    (
        SELECT
            community_id, platform, region, municipality, agency_id, valid_from, valid_to,
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
    monthly AS
    (
        SELECT
            month,
            if(c.platform = '', upper(splitByChar(':', a.community_id)[1]), c.platform) AS platform,
            c.region              AS region,
            c.municipality        AS municipality,
            c.agency_id           AS agency_id,
            toInt64(count())      AS pages,
            sum(a.subscribers)    AS subscribers
        FROM carried AS a
        LEFT ANY JOIN pages AS c ON c.community_id = a.community_id
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
WHERE month <= (SELECT max(own_month) FROM own)
GROUP BY month, platform, region, municipality, agency_id
COMMENT 'Pages and subscribers by month, platform, municipality and agency, beside those of a month and a year before';
