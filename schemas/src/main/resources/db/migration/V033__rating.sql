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
    -- The pages of the register, and the periods in which each counts.
    register AS
    (
        SELECT community_id, agency_id, agency_name, region, valid_from, valid_to
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
    monthly AS
    (
        SELECT
            r.agency_id                                    AS agency_id,
            a.community_id                                 AS community_id,
            toStartOfMonth(a.observed_at)                  AS month,
            argMax(a.subscribers, a.observed_at)           AS subscribers
        FROM (SELECT community_id, observed_at, subscribers FROM audience FINAL) AS a
        INNER JOIN register AS r ON r.community_id = a.community_id
        WHERE ifNull(a.observed_at >= r.valid_from, true) AND ifNull(a.observed_at < r.valid_to, true)
        GROUP BY agency_id, community_id, month
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
    owners AS
    (
        SELECT p.period AS period, p.period_start AS period_start, r.agency_id AS agency_id,
            max(r.agency_name) AS agency_name, max(r.region) AS region
        FROM periods AS p
        CROSS JOIN (SELECT DISTINCT agency_id, agency_name, region, valid_from, valid_to FROM register) AS r
        WHERE ifNull(r.valid_to > p.period_start, true)
            AND ifNull(r.valid_from < if(p.period = 'MONTH', addMonths(p.period_start, 1), addMonths(p.period_start, 12)), true)
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

-- Shares of few are compared by the bound that is against them: of an authority with one answer it is far off. The same as
-- io/otklik/cli/rating/nominations.yaml. Nominations that somebody published have a later version and stay in force.
INSERT INTO nomination_rule (version, nomination, position, name, kind, measure, better, number) VALUES
    (2, 'feedback', 1, 'Лучшая обратная связь в соцсетях', 'BY', 'first_in_time_share_low', 'high', 2),
    (2, 'feedback', 1, 'Лучшая обратная связь в соцсетях', 'BY', 'final_in_time_share_low', 'high', 1),
    (2, 'feedback', 1, 'Лучшая обратная связь в соцсетях', 'BY', 'first_response_p90_seconds', 'low', 1),
    (2, 'feedback', 1, 'Лучшая обратная связь в соцсетях', 'BY', 'reopen_share_high', 'low', 1),
    (2, 'feedback', 1, 'Лучшая обратная связь в соцсетях', 'BY', 'template_share_high', 'low', 1),
    (2, 'feedback', 1, 'Лучшая обратная связь в соцсетях', 'ENOUGH', 'first_due', '', 10),
    (2, 'reaction', 2, 'Самое быстрое реагирование на обращения', 'BY', 'first_response_p50_seconds', 'low', 1),
    (2, 'reaction', 2, 'Самое быстрое реагирование на обращения', 'BY', 'first_response_p90_seconds', 'low', 1),
    (2, 'reaction', 2, 'Самое быстрое реагирование на обращения', 'BY', 'first_in_time_share_low', 'high', 1),
    (2, 'reaction', 2, 'Самое быстрое реагирование на обращения', 'ENOUGH', 'first_due', '', 10),
    (2, 'pages', 3, 'Лучшая работа с госпабликами', 'BY', 'er_by_views', 'high', 1),
    (2, 'pages', 3, 'Лучшая работа с госпабликами', 'BY', 'views', 'high', 1),
    (2, 'pages', 3, 'Лучшая работа с госпабликами', 'BY', 'posts', 'high', 1),
    (2, 'pages', 3, 'Лучшая работа с госпабликами', 'BY', 'first_in_time_share_low', 'high', 1),
    (2, 'pages', 3, 'Лучшая работа с госпабликами', 'ENOUGH', 'posts', '', 10),
    (2, 'growth', 4, 'Рост взаимодействия с подписчиками', 'BY', 'subscribers_growth', 'high', 1),
    (2, 'growth', 4, 'Рост взаимодействия с подписчиками', 'BY', 'er_by_subs', 'high', 1),
    (2, 'growth', 4, 'Рост взаимодействия с подписчиками', 'ENOUGH', 'subscribers_before', '', 100),
    (2, 'formats', 5, 'Новые форматы контента', 'BY', 'other_forms_share', 'high', 2),
    (2, 'formats', 5, 'Новые форматы контента', 'BY', 'er_by_views', 'high', 1),
    (2, 'formats', 5, 'Новые форматы контента', 'ENOUGH', 'posts', '', 10),
    (2, 'audience', 6, 'Рост аудитории официальных страниц', 'BY', 'subscribers_growth', 'high', 1),
    (2, 'audience', 6, 'Рост аудитории официальных страниц', 'ENOUGH', 'subscribers_before', '', 100),
    (2, 'open', 7, 'Открытые коммуникации', 'BY', 'er_by_views', 'high', 1),
    (2, 'open', 7, 'Открытые коммуникации', 'BY', 'first_response_p50_seconds', 'low', 1),
    (2, 'open', 7, 'Открытые коммуникации', 'BY', 'final_in_time_share_low', 'high', 1),
    (2, 'open', 7, 'Открытые коммуникации', 'BY', 'template_share_high', 'low', 1),
    (2, 'open', 7, 'Открытые коммуникации', 'ENOUGH', 'first_due', '', 10);

-- One row per nomination, period and authority. Each measure ranks the authorities that have enough cases (equals share
-- the middle of their places, what is not known comes last); the place is by the weighted mean of the ranks, equals share one. Who has
-- too few cases is listed without a place. `measures` tells what decided: the figure of each measure, and its rank.
DROP VIEW v_nomination ${on_cluster};

CREATE VIEW v_nomination ${on_cluster} AS
WITH
    rules AS
    (
        SELECT DISTINCT nomination, position, name, kind, measure, better, number
        FROM nomination_rule
        WHERE version = (SELECT max(version) FROM nomination_rule)
    ),
    figures AS
    (
        SELECT period, period_start, agency_id, agency_name, region, m.1 AS measure, m.2 AS figure
        FROM v_rating
        ARRAY JOIN [
            ('opened', toNullable(toFloat64(opened))), ('answered', toNullable(toFloat64(answered))),
            ('first_due', toNullable(toFloat64(first_due))), ('first_silent', toNullable(toFloat64(first_silent))),
            ('first_in_time_share', toNullable(toFloat64(first_in_time_share))),
            ('first_in_time_share_low', toNullable(toFloat64(first_in_time_share_low))),
            ('final_due', toNullable(toFloat64(final_due))),
            ('final_in_time_share', toNullable(toFloat64(final_in_time_share))),
            ('final_in_time_share_low', toNullable(toFloat64(final_in_time_share_low))),
            ('first_response_p50_seconds', toNullable(toFloat64(first_response_p50_seconds))),
            ('first_response_p90_seconds', toNullable(toFloat64(first_response_p90_seconds))),
            ('reopen_share', toNullable(toFloat64(reopen_share))),
            ('reopen_share_high', toNullable(toFloat64(reopen_share_high))),
            ('template_share', toNullable(toFloat64(template_share))),
            ('template_share_high', toNullable(toFloat64(template_share_high))),
            ('posts', toNullable(toFloat64(posts))), ('other_forms_share', toNullable(toFloat64(other_forms_share))),
            ('comments', toNullable(toFloat64(comments))),
            ('views', toNullable(toFloat64(views))), ('interactions', toNullable(toFloat64(interactions))),
            ('er_by_views', toNullable(toFloat64(er_by_views))), ('er_by_subs', toNullable(toFloat64(er_by_subs))),
            ('subscribers', toNullable(toFloat64(subscribers))),
            ('subscribers_before', toNullable(toFloat64(subscribers_before))),
            ('subscribers_growth', toNullable(toFloat64(subscribers_growth)))] AS m
    ),
    judged AS
    (
        SELECT
            r.nomination AS nomination, r.position AS position, r.name AS name, f.period AS period,
            f.period_start AS period_start, f.agency_id AS agency_id, any(f.agency_name) AS agency_name, any(f.region) AS region,
            countIf(r.kind = 'ENOUGH' AND (f.figure IS NULL OR f.figure < r.number)) = 0 AS ranked,
            groupArrayIf((r.measure, r.number, ifNull(if(r.better = 'high', -f.figure, f.figure), inf), f.figure), r.kind = 'BY') AS keys
        FROM figures AS f
        INNER JOIN rules AS r ON r.measure = f.measure
        GROUP BY nomination, position, name, period, period_start, agency_id
    ),
    ranks AS
    (
        SELECT
            nomination, position, name, period, period_start, agency_id, agency_name, region, ranked, key.1 AS measure,
            key.2 AS weight, key.4 AS figure,
            rank() OVER (PARTITION BY nomination, period, period_start, ranked, key.1 ORDER BY key.3)
                + (count() OVER (PARTITION BY nomination, period, period_start, ranked, key.1, key.3) - 1) / 2 AS of_measure
        FROM judged
        ARRAY JOIN keys AS key
    ),
    scores AS
    (
        SELECT nomination, position, name, period, period_start, agency_id, any(agency_name) AS agency_name,
            any(region) AS region, any(ranked) AS ranked, sum(weight * of_measure) / sum(weight) AS score,
            arraySort(groupArray((measure, figure, of_measure))) AS measures
        FROM ranks
        GROUP BY nomination, position, name, period, period_start, agency_id
    )
SELECT
    nomination,
    position                                                                        AS nomination_position,
    name                                                                            AS nomination_name,
    period,
    period_start,
    agency_id,
    agency_name,
    region,
    CAST(ranked AS Bool)                                                            AS is_ranked,
    if(ranked, toNullable(rank() OVER (PARTITION BY nomination, period, period_start, ranked ORDER BY round(score, 9))), NULL)
                                                                                    AS place,
    if(ranked, toNullable(score), NULL)                                             AS mean_rank,
    countIf(ranked) OVER (PARTITION BY nomination, period, period_start)            AS ranked_agencies,
    CAST(measures AS Array(Tuple(measure String, figure Nullable(Float64), rank Float64))) AS measures
FROM scores
COMMENT 'Places of the authorities in the nominations, by calendar month and year';

-- What the figures of v_rating are made of. Facts of appeals lie in the days of v_response_window that count them. A
-- template that was used under another post is known to these days alone. Text and address of a post stand in v_message, by
-- community_id and subject_id: looked up for the posts that are shown, not for all.
DROP VIEW v_rating_fact ${on_cluster};

CREATE VIEW v_rating_fact ${on_cluster} AS
SELECT
    span.1                                                                          AS period,
    span.2                                                                          AS period_start,
    f.agency_id                                                                     AS agency_id,
    f.measure                                                                       AS measure,
    'APPEAL'                                                                        AS kind,
    f.subject_id                                                                    AS subject_id,
    f.community_id                                                                  AS community_id,
    f.url                                                                           AS url,
    f.at                                                                            AS at,
    toInt64(1)                                                                      AS figure,
    f.text                                                                          AS text
FROM
(
    SELECT agency_id, appeal_id AS subject_id, community_id, url, text, fact.1 AS measure, assumeNotNull(fact.2) AS at
    FROM v_appeal
    ARRAY JOIN arrayFilter(fact -> fact.2 IS NOT NULL, arrayConcat(
        [('opened', toNullable(published_at)),
         ('answered', final_answer_at),
         ('first_responses', first_response_at),
         ('first_due', if(first_response_due_at IS NULL AND first_breached_at IS NULL, NULL,
             ifNull(first_breached_at, first_response_at))),
         ('first_in_time', if(first_breached_at IS NULL AND first_response_due_at IS NOT NULL, first_response_at, NULL)),
         ('first_silent', if(first_response_at IS NULL AND is_open, first_breached_at, NULL)),
         ('final_due', if(final_due_at IS NULL AND final_breached_at IS NULL, NULL,
             ifNull(final_breached_at, final_answer_at))),
         ('final_in_time', if(final_breached_at IS NULL AND final_due_at IS NOT NULL, final_answer_at, NULL))],
        arrayMap(at -> ('reopened', toNullable(at)), reopened_at))) AS fact
    WHERE agency_id != ''
) AS f
ASOF INNER JOIN
(
    SELECT dimension_id AS agency_id, window_start, window_end
    FROM v_response_window
    WHERE size = 'DAY' AND dimension = 'AGENCY'
) AS w ON w.agency_id = f.agency_id AND f.at >= w.window_start
ARRAY JOIN [('MONTH', toStartOfMonth(w.window_start + INTERVAL 12 HOUR)),
            ('YEAR', toStartOfYear(w.window_start + INTERVAL 12 HOUR))] AS span
WHERE f.at < w.window_end
UNION ALL
SELECT
    span.1                                                                          AS period,
    span.2                                                                          AS period_start,
    e.agency_id                                                                     AS agency_id,
    part.1                                                                          AS measure,
    'POST'                                                                          AS kind,
    dimension_id                                                                    AS subject_id,
    e.community_id                                                                  AS community_id,
    if(e.platform = 'VK', concat('https://vk.com/wall', splitByChar(':', dimension_id)[2]), '') AS url,
    min(window_start)                                                               AS at,
    sum(part.2)                                                                     AS figure,
    ''                                                                              AS text
FROM v_engagement AS e
LEFT ANY JOIN (SELECT community_id, valid_from, valid_to FROM v_community) AS r ON r.community_id = e.community_id
ARRAY JOIN [('MONTH', toStartOfMonth(window_start + INTERVAL 12 HOUR)),
            ('YEAR', toStartOfYear(window_start + INTERVAL 12 HOUR))] AS span
ARRAY JOIN [('posts', toInt64(posts)), ('views', views), ('interactions', interactions)] AS part
WHERE size = 'DAY' AND dimension = 'POST' AND e.agency_id != ''
    AND ifNull(r.valid_from < window_end, true) AND ifNull(r.valid_to > window_start, true)
GROUP BY period, period_start, agency_id, measure, subject_id, community_id, url
HAVING figure != 0
COMMENT 'The appeals and posts that the figures of v_rating count, one row per measure and subject';
