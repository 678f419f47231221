-- How a page looks and what it is connected to, as somebody or something saw it; `otklik scorecard import` fills it.
-- NULL is not known, which is neither good nor bad.
CREATE TABLE page_profile ${on_cluster}
(
    community_id String,
    observed_at  DateTime64(3, 'UTC'),
    connected    Nullable(Bool),
    state_mark   Nullable(Bool),
    avatar       Nullable(Bool),
    description  Nullable(Bool),
    cover        Nullable(Bool),
    widgets      Nullable(Int32),
    stored_at    DateTime64(3, 'UTC') DEFAULT now64(3)
)
ENGINE = ${engine_prefix}ReplacingMergeTree(stored_at)
ORDER BY (community_id, observed_at)
COMMENT 'How official pages look, one row per observation';

-- What the scorecard gives points for: of a component's steps, the one with most points whose `least` is reached.
-- The rows of the latest version are in force; `otklik scorecard weights` writes another.
CREATE TABLE scorecard_step ${on_cluster}
(
    version   Int64,
    component LowCardinality(String),
    least     Float64,
    points    Float64
)
ENGINE = ${engine_prefix}ReplacingMergeTree
ORDER BY (version, component, least)
COMMENT 'Points of the scorecard by component and value, one set of rows per version';

-- `green` and `yellow`: from how many percent on; `known`: which share of all points must be known for a light.
CREATE TABLE scorecard_light ${on_cluster}
(
    version Int64,
    name    LowCardinality(String),
    least   Float64
)
ENGINE = ${engine_prefix}ReplacingMergeTree
ORDER BY (version, name)
COMMENT 'From where on a page is green or yellow, one set of rows per version';

-- The same as io/otklik/cli/rating/scorecard.yaml.
INSERT INTO scorecard_step (version, component, least, points) VALUES
    (1, 'connected', 1, 10), (1, 'state_mark', 1, 10),
    (1, 'avatar', 1, 5), (1, 'description', 1, 5), (1, 'cover', 1, 10),
    (1, 'widgets', 1, 5), (1, 'widgets', 2, 10),
    (1, 'posts_week', 3, 30),
    (1, 'reach_week_share', 0.3, 5), (1, 'reach_week_share', 0.5, 7), (1, 'reach_week_share', 0.7, 10),
    (1, 'post_reach_share', 0.7, 5);

INSERT INTO scorecard_light (version, name, least) VALUES (1, 'green', 80), (1, 'yellow', 50), (1, 'known', 0.4);

-- A row for each page of the register, and each other one that lived, on every day between the first and the last with
-- any engagement: who is silent is shown too. The score is the percentage of the points that could be had for what
-- is known. Days are those of the pages.
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
COMMENT '«Светофор»: what each official page has of what is asked of it, by day';
