-- Columns follow the record AlertDelivery. No partitions: the key holds the delivery alone, and all
-- versions of it must meet in one part.
CREATE TABLE alert_delivery ${on_cluster}
(
    delivery_id   String,
    alert_id      String,
    recipient     LowCardinality(String),
    kind          LowCardinality(String),
    level         Int32,
    agency_id     LowCardinality(String),
    subject_id    String,
    raised_at     DateTime64(3, 'UTC'),
    state         LowCardinality(String),
    alert_version Int64,
    not_before    Nullable(DateTime64(3, 'UTC')),
    digest        Bool,
    attempts      Int32,
    sent_at       Nullable(DateTime64(3, 'UTC')),
    closed_at     Nullable(DateTime64(3, 'UTC')),
    reason        String CODEC(ZSTD(3)),
    updated_at    DateTime64(3, 'UTC'),
    version       Int64
)
ENGINE = ${engine_prefix}ReplacingMergeTree(version)
ORDER BY (subject_id, delivery_id)
COMMENT 'Who was told of which alert, one row per state that a delivery went through';

CREATE VIEW v_alert_delivery ${on_cluster} AS
SELECT
    delivery_id,
    alert_id,
    recipient,
    kind,
    level,
    agency_id,
    subject_id,
    raised_at,
    state,
    not_before,
    digest,
    attempts,
    sent_at,
    dateDiff('millisecond', raised_at, sent_at) / 1000 AS sent_after_seconds,
    closed_at,
    reason,
    updated_at
FROM alert_delivery FINAL
COMMENT 'Who was told of which alert, when, and why not';
