-- Columns follow the record Alert. No partitions: the time at which an alert is due to be raised may
-- be corrected by a late fact, and all versions of it must meet in one part.
CREATE TABLE alert ${on_cluster}
(
    alert_id       String,
    kind           LowCardinality(String),
    metric         LowCardinality(String),
    level          Int32,
    agency_id      LowCardinality(String),
    agency_name    LowCardinality(String),
    subject_id     String,
    community_id   LowCardinality(String),
    community_name LowCardinality(String),
    url            String,
    topic_group    LowCardinality(String),
    urgency        LowCardinality(String),
    text           String CODEC(ZSTD(3)) TTL stored_at + INTERVAL ${text_ttl_months} MONTH,
    due_at         Nullable(DateTime64(3, 'UTC')),
    raised_at      DateTime64(3, 'UTC'),
    cleared_at     Nullable(DateTime64(3, 'UTC')),
    late_millis    Nullable(Int64),
    retracted      Bool,
    version        Int64,
    stored_at DateTime DEFAULT now('UTC')
)
ENGINE = ${engine_prefix}ReplacingMergeTree(version)
ORDER BY (subject_id, alert_id)
COMMENT 'What an officer must look at, one row per state that an alert went through';

CREATE VIEW v_alert ${on_cluster} AS
SELECT
    alert_id,
    kind,
    metric,
    level,
    agency_id,
    agency_name,
    subject_id,
    community_id,
    community_name,
    url,
    topic_group,
    urgency,
    text,
    due_at,
    raised_at,
    cleared_at,
    late_millis,
    late_millis / 1000        AS late_seconds,
    CAST(cleared_at IS NULL AS Bool) AS is_raised,
    version
FROM alert FINAL
WHERE NOT retracted
COMMENT 'Alerts as they stand: raised, or cleared and how late; those that a late fact proved wrong are left out';
