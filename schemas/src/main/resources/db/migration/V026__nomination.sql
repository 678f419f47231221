-- What authorities are compared by; of one version, a row per measure of a nomination. kind BY: the measure ranks
-- (`better` high or low, `number` its weight); kind ENOUGH: who has less than `number` is not ranked. The rows of the latest
-- version are in force; `otklik rating --publish` writes another.
CREATE TABLE nomination_rule ${on_cluster}
(
    version    Int64,
    nomination LowCardinality(String),
    position   Int32,
    name       String,
    kind       LowCardinality(String),
    measure    LowCardinality(String),
    better     LowCardinality(String),
    number     Float64
)
ENGINE = ${engine_prefix}ReplacingMergeTree
ORDER BY (version, nomination, kind, measure)
COMMENT 'Nominations: what ranks authorities in each, one set of rows per version';

-- The same as io/otklik/cli/rating/nominations.yaml.
INSERT INTO nomination_rule (version, nomination, position, name, kind, measure, better, number) VALUES
    (1, 'feedback', 1, 'Лучшая обратная связь в соцсетях', 'BY', 'first_in_time_share_low', 'high', 2),
    (1, 'feedback', 1, 'Лучшая обратная связь в соцсетях', 'BY', 'final_in_time_share', 'high', 1),
    (1, 'feedback', 1, 'Лучшая обратная связь в соцсетях', 'BY', 'first_response_p90_seconds', 'low', 1),
    (1, 'feedback', 1, 'Лучшая обратная связь в соцсетях', 'BY', 'reopen_share', 'low', 1),
    (1, 'feedback', 1, 'Лучшая обратная связь в соцсетях', 'BY', 'template_share', 'low', 1),
    (1, 'feedback', 1, 'Лучшая обратная связь в соцсетях', 'ENOUGH', 'first_due', '', 10),
    (1, 'reaction', 2, 'Самое быстрое реагирование на обращения', 'BY', 'first_response_p50_seconds', 'low', 1),
    (1, 'reaction', 2, 'Самое быстрое реагирование на обращения', 'BY', 'first_response_p90_seconds', 'low', 1),
    (1, 'reaction', 2, 'Самое быстрое реагирование на обращения', 'BY', 'first_in_time_share_low', 'high', 1),
    (1, 'reaction', 2, 'Самое быстрое реагирование на обращения', 'ENOUGH', 'first_due', '', 10),
    (1, 'pages', 3, 'Лучшая работа с госпабликами', 'BY', 'er_by_views', 'high', 1),
    (1, 'pages', 3, 'Лучшая работа с госпабликами', 'BY', 'views', 'high', 1),
    (1, 'pages', 3, 'Лучшая работа с госпабликами', 'BY', 'posts', 'high', 1),
    (1, 'pages', 3, 'Лучшая работа с госпабликами', 'BY', 'first_in_time_share_low', 'high', 1),
    (1, 'pages', 3, 'Лучшая работа с госпабликами', 'ENOUGH', 'posts', '', 10),
    (1, 'growth', 4, 'Рост взаимодействия с подписчиками', 'BY', 'subscribers_growth', 'high', 1),
    (1, 'growth', 4, 'Рост взаимодействия с подписчиками', 'BY', 'er_by_subs', 'high', 1),
    (1, 'growth', 4, 'Рост взаимодействия с подписчиками', 'ENOUGH', 'subscribers', '', 100),
    (1, 'formats', 5, 'Новые форматы контента', 'BY', 'other_forms_share', 'high', 2),
    (1, 'formats', 5, 'Новые форматы контента', 'BY', 'er_by_views', 'high', 1),
    (1, 'formats', 5, 'Новые форматы контента', 'ENOUGH', 'posts', '', 10);

-- One row per nomination, period and authority. Each measure ranks the authorities that have enough cases (equals share
-- the middle of their places, what is not known comes last); the place is by the weighted mean of the ranks, equals share one. Who has
-- too few cases is listed without a place.
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
            ('first_response_p50_seconds', toNullable(toFloat64(first_response_p50_seconds))),
            ('first_response_p90_seconds', toNullable(toFloat64(first_response_p90_seconds))),
            ('reopen_share', toNullable(toFloat64(reopen_share))), ('template_share', toNullable(toFloat64(template_share))),
            ('posts', toNullable(toFloat64(posts))), ('other_forms_share', toNullable(toFloat64(other_forms_share))),
            ('views', toNullable(toFloat64(views))), ('interactions', toNullable(toFloat64(interactions))),
            ('er_by_views', toNullable(toFloat64(er_by_views))), ('er_by_subs', toNullable(toFloat64(er_by_subs))),
            ('subscribers', toNullable(toFloat64(subscribers))),
            ('subscribers_growth', toNullable(toFloat64(subscribers_growth)))] AS m
    ),
    judged AS
    (
        SELECT
            r.nomination AS nomination, r.position AS position, r.name AS name, f.period AS period,
            f.period_start AS period_start, f.agency_id AS agency_id, any(f.agency_name) AS agency_name, any(f.region) AS region,
            countIf(r.kind = 'ENOUGH' AND (f.figure IS NULL OR f.figure < r.number)) = 0 AS ranked,
            groupArrayIf((r.measure, r.number, ifNull(if(r.better = 'high', -f.figure, f.figure), inf)), r.kind = 'BY') AS keys
        FROM figures AS f
        INNER JOIN rules AS r ON r.measure = f.measure
        GROUP BY nomination, position, name, period, period_start, agency_id
    ),
    ranks AS
    (
        SELECT
            nomination, position, name, period, period_start, agency_id, agency_name, region, ranked, key.2 AS weight,
            rank() OVER (PARTITION BY nomination, period, period_start, ranked, key.1 ORDER BY key.3)
                + (count() OVER (PARTITION BY nomination, period, period_start, ranked, key.1, key.3) - 1) / 2 AS of_measure
        FROM judged
        ARRAY JOIN keys AS key
    ),
    scores AS
    (
        SELECT nomination, position, name, period, period_start, agency_id, any(agency_name) AS agency_name,
            any(region) AS region, any(ranked) AS ranked, sum(weight * of_measure) / sum(weight) AS score
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
    countIf(ranked) OVER (PARTITION BY nomination, period, period_start)            AS ranked_agencies
FROM scores
COMMENT 'Places of the authorities in the nominations, by calendar month and year';

-- What the figures of v_rating are made of. Facts of appeals lie in the days of v_response_window that count them. A
-- template that was used under another post is known to these days alone.
CREATE VIEW v_rating_fact ${on_cluster} AS
SELECT
    span.1                                                                          AS period,
    span.2                                                                          AS period_start,
    f.agency_id                                                                     AS agency_id,
    f.measure                                                                       AS measure,
    'APPEAL'                                                                        AS kind,
    f.subject_id                                                                    AS subject_id,
    f.url                                                                           AS url,
    f.at                                                                            AS at,
    toInt64(1)                                                                      AS figure,
    f.text                                                                          AS text
FROM
(
    SELECT agency_id, appeal_id AS subject_id, url, text, fact.1 AS measure, assumeNotNull(fact.2) AS at
    FROM v_appeal
    ARRAY JOIN arrayFilter(fact -> fact.2 IS NOT NULL, arrayConcat(
        [('opened', toNullable(published_at)),
         ('answered', final_answer_at),
         ('first_responses', first_response_at),
         ('first_due', if(first_response_due_at IS NULL AND first_breached_at IS NULL, NULL,
             ifNull(first_breached_at, first_response_at))),
         ('first_in_time', if(first_breached_at IS NULL AND first_response_due_at IS NOT NULL, first_response_at, NULL)),
         ('first_silent', if(first_response_at IS NULL, first_breached_at, NULL)),
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
    agency_id,
    part.1                                                                          AS measure,
    'POST'                                                                          AS kind,
    dimension_id                                                                    AS subject_id,
    if(platform = 'VK', concat('https://vk.com/wall', splitByChar(':', dimension_id)[2]), '') AS url,
    min(window_start)                                                               AS at,
    sum(part.2)                                                                     AS figure,
    ''                                                                              AS text
FROM v_engagement
ARRAY JOIN [('MONTH', toStartOfMonth(window_start + INTERVAL 12 HOUR)),
            ('YEAR', toStartOfYear(window_start + INTERVAL 12 HOUR))] AS span
ARRAY JOIN [('posts', toInt64(posts)), ('views', views), ('interactions', interactions)] AS part
WHERE size = 'DAY' AND dimension = 'POST' AND agency_id != ''
GROUP BY period, period_start, agency_id, measure, subject_id, url
HAVING figure != 0
COMMENT 'The appeals and posts that the figures of v_rating count, one row per measure and subject';
