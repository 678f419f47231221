-- Columns follow the record Counter. Rows with one key are equal, so no version is needed.
CREATE TABLE counter ${on_cluster}
(
    message_id   String,
    community_id LowCardinality(String),
    observed_at  DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    kind         LowCardinality(String),
    event_id     String,
    actor_id     String,
    views        Nullable(Int64),
    likes        Nullable(Int64),
    reposts      Nullable(Int64),
    comments     Nullable(Int64)
)
ENGINE = ${engine_prefix}ReplacingMergeTree
PARTITION BY toYYYYMM(observed_at)
ORDER BY (community_id, message_id, observed_at, kind, event_id)
COMMENT 'Counters of posts and comments: totals at a moment (SNAPSHOT) and single differences (CHANGE)';

-- Of each total: the latest snapshot that gives it, plus the changes after that moment. A change that
-- was delivered several times counts once, at its first delivery.
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
            any(c.views)                                    AS views,
            any(c.likes)                                    AS likes,
            any(c.reposts)                                  AS reposts,
            any(c.comments)                                 AS comments
        FROM counter AS c
        GROUP BY community_id, message_id, total, fact
    )
    WINDOW one_message AS (PARTITION BY community_id, message_id)
) AS f
GROUP BY community_id, message_id
COMMENT 'One row per post or comment: its views, likes, reposts and comments now; NULL where never told';
