-- Columns follow the record Appeal. The key holds ids alone, and there are no partitions: every time
-- of an appeal may be corrected by a late fact, and all versions of it must meet in one part.
CREATE TABLE appeal ${on_cluster}
(
    appeal_id             String,
    thread_id             String,
    community_id          LowCardinality(String),
    community_name        LowCardinality(String),
    platform              LowCardinality(String),
    agency_id             LowCardinality(String),
    agency_name           LowCardinality(String),
    region                LowCardinality(String),
    municipality          LowCardinality(String),
    url                   String,
    author_id             String,
    text                  String CODEC(ZSTD(3)) TTL stored_at + INTERVAL ${text_ttl_months} MONTH,
    published_at          DateTime64(3, 'UTC'),
    status                LowCardinality(String),
    reasons               Array(LowCardinality(String)),
    score                 Float64,
    rules_version         LowCardinality(String),
    answers               Int32,
    first_answer_id       String,
    first_answer_at       Nullable(DateTime64(3, 'UTC')),
    first_answer_text     String CODEC(ZSTD(3)) TTL stored_at + INTERVAL ${text_ttl_months} MONTH,
    first_response_millis Nullable(Int64),
    updated_at            DateTime64(3, 'UTC'),
    retracted             Bool,
    version               Int64,
    stored_at             DateTime DEFAULT now('UTC')
)
ENGINE = ${engine_prefix}ReplacingMergeTree(version)
ORDER BY (community_id, thread_id, appeal_id)
COMMENT 'Appeals of residents, one row per state that an appeal went through';

CREATE VIEW v_appeal ${on_cluster} AS
SELECT
    appeal_id,
    thread_id,
    community_id,
    if(community_name = '', community_id, community_name)                    AS community_name,
    platform,
    agency_id,
    agency_name,
    region,
    municipality,
    url,
    author_id,
    text,
    published_at,
    status,
    CAST(status = 'OPEN' AS Bool) AS is_open,
    CAST(status = 'ANSWERED' AS Bool) AS is_answered,
    reasons,
    score,
    rules_version,
    answers,
    first_answer_id,
    first_answer_at,
    first_answer_text,
    first_response_millis,
    first_response_millis / 1000                                             AS first_response_seconds,
    first_response_millis / 3600000                                          AS first_response_hours,
    if(status = 'OPEN', dateDiff('second', published_at, now64(3, 'UTC')), NULL) AS waiting_seconds,
    updated_at,
    version
FROM appeal FINAL
WHERE NOT retracted
COMMENT 'Appeals as they stand now, with calendar time to the first answer and, for an open one, waiting time';
