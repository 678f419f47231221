-- Columns follow the record AppealEvent. The event's id is made of appeal, type, cause and time, so
-- that every version of an event has the same partition and key.
CREATE TABLE appeal_event ${on_cluster}
(
    event_id         String,
    appeal_id        String,
    thread_id        String,
    community_id     LowCardinality(String),
    type             LowCardinality(String),
    cause_message_id String,
    at               DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    elapsed_millis   Nullable(Int64),
    reason           LowCardinality(String),
    rules_version    LowCardinality(String),
    retracted        Bool,
    version          Int64
)
ENGINE = ${engine_prefix}ReplacingMergeTree(version)
PARTITION BY toYYYYMM(at)
ORDER BY (community_id, thread_id, appeal_id, at, event_id)
COMMENT 'What happened to residents'' messages: found, excluded, answered, withdrawn';

CREATE VIEW v_appeal_event ${on_cluster} AS
SELECT
    event_id,
    appeal_id,
    thread_id,
    community_id,
    type,
    cause_message_id,
    at,
    elapsed_millis,
    elapsed_millis / 1000 AS elapsed_seconds,
    reason,
    rules_version,
    version
FROM appeal_event FINAL
WHERE NOT retracted
COMMENT 'Events of appeals that stand; those that a late fact proved wrong are left out';
