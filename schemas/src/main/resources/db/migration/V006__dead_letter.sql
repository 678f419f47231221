-- Columns follow the record DeadLetter. The key is the input's place, which gives one time only.
CREATE TABLE dead_letter ${on_cluster}
(
    topic     LowCardinality(String),
    partition Int32,
    offset    Int64,
    position  Int32,
    reason    LowCardinality(String),
    detail    String CODEC(ZSTD(3)),
    payload   String CODEC(ZSTD(3)) TTL stored_at + INTERVAL ${dead_letter_ttl_days} DAY,
    at        DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    stored_at DateTime DEFAULT now('UTC')
)
ENGINE = ${engine_prefix}ReplacingMergeTree
PARTITION BY toYYYYMM(at)
ORDER BY (topic, at, partition, offset, position)
COMMENT 'Input that gave no record, with the reason';

CREATE VIEW v_dead_letter ${on_cluster} AS
SELECT
    topic,
    partition,
    offset,
    position,
    reason,
    CAST(reason = 'IGNORED_EVENT' AS Bool) AS ignored,
    detail,
    payload,
    at
FROM dead_letter FINAL
COMMENT 'Input that gave no record; ignored marks known events that say nothing about messages';
