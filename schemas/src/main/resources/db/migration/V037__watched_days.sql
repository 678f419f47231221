-- A row for each page of the register, and each other one that lived, on every day since it is watched: who is silent is shown
-- too. That is since its first comment or audience, or since the register holds it, but not from before anything
-- was watched; a post tells nothing of it, for a pinned one is read years after. At most the last 400 days. What a page
-- published in a week is known once it is watched for seven days. The score is the percentage of the points that could be
-- had for what is known. Days are those of the pages; a page has those in which the register holds it.
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
            SELECT community_id, toDate(observed_at), 'WATCHED', false FROM audience
            UNION ALL
            SELECT community_id, toDate(if(ifNull(valid_from < updated_at, false), assumeNotNull(valid_from), updated_at)), 'ENTRY', false
            FROM community_version
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
WHERE ifNull(toDateTime64(f.day, 3, 'UTC') + INTERVAL 1 DAY > c.valid_from, true)
    AND ifNull(toDateTime64(f.day, 3, 'UTC') < c.valid_to, true)
COMMENT '«Светофор»: what each official page has of what is asked of it, by day';
