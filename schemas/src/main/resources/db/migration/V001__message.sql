-- Columns follow the record Message, in its order; what stands after them is derived.
-- One row is one fact. A fact that is delivered again replaces itself; the key names the fact, so
-- that the partition, which follows changed_at, is the same for each delivery. A text's time to live
-- counts from its storing: a replay of old years is kept as long as anything else.
CREATE TABLE message ${on_cluster}
(
    message_id         String,
    platform           LowCardinality(String),
    type               LowCardinality(String),
    community_id       LowCardinality(String),
    thread_id          String,
    parent_id          String,
    reply_to_author_id String,
    author_id          String,
    author_kind        LowCardinality(String),
    text               String CODEC(ZSTD(3)) TTL stored_at + INTERVAL ${text_ttl_months} MONTH,
    attachments        Array(LowCardinality(String)),
    url                String,
    published_at       Nullable(DateTime64(3, 'UTC')),
    edited_at          Nullable(DateTime64(3, 'UTC')),
    observed_at        DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    change             LowCardinality(String),
    changed_at         DateTime64(3, 'UTC') MATERIALIZED multiIf(
                           change = 'CREATED', ifNull(published_at, observed_at),
                           change = 'EDITED', ifNull(edited_at, observed_at),
                           observed_at) CODEC(Delta, ZSTD(1)),
    stored_at          DateTime DEFAULT now('UTC') CODEC(Delta, ZSTD(1))
)
ENGINE = ${engine_prefix}ReplacingMergeTree(observed_at)
PARTITION BY toYYYYMM(changed_at)
ORDER BY (community_id, thread_id, message_id, change, changed_at)
COMMENT 'Posts and comments: one row per creation, edit, deletion or restoration';

-- Changes with the same time are taken in the order of the enum Change. A deletion brings neither
-- text nor author: both are the newest that another change brought.
CREATE VIEW v_message ${on_cluster} AS
SELECT
    community_id,
    thread_id,
    message_id,
    any(m.platform)                                                        AS platform,
    any(m.type)                                                            AS type,
    argMaxIf(m.parent_id, place, told)                                     AS parent_id,
    argMaxIf(m.reply_to_author_id, place, told)                            AS reply_to_author_id,
    argMaxIf(m.author_id, place, told)                                     AS author_id,
    argMaxIf(m.author_kind, place, told)                                   AS author_kind,
    argMaxIf(m.text, place, told)                                          AS text,
    argMaxIf(m.attachments, place, told)                                   AS attachments,
    argMaxIf(m.url, place, m.url != '')                                    AS url,
    min(m.published_at)                                                    AS published_at,
    max(m.edited_at)                                                       AS edited_at,
    min(m.observed_at)                                                     AS first_observed_at,
    max(m.changed_at)                                                      AS changed_at,
    argMax(m.change, place)                                                AS change,
    CAST(argMax(m.change, place) = 'DELETED' AS Bool) AS deleted
FROM
(
    SELECT
        *,
        changed_at,
        change != 'DELETED' AS told,
        (changed_at, indexOf(['CREATED', 'EDITED', 'DELETED', 'RESTORED'], change), observed_at) AS place
    FROM message
) AS m
GROUP BY community_id, thread_id, message_id
COMMENT 'One row per post or comment as it stands now: newest known text, and whether it is deleted';
